import { describe, expect, it } from 'vitest'
import { ann } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { composer, log, message } from './locators.ts'
import { openChats, startChromium } from './openPage.ts'

startChromium()

describe('the chats page keeps its layout', () => {
  it.each([
    ['an endless word', 'x'.repeat(4_000)],
    ['an endless address', `https://example.com/${'path/'.repeat(200)}`],
    ['a text of 4,000 letters', 'Lorem ipsum dolor sit amet. '.repeat(143)],
    ['a text from right to left', `${'مرحبا بالعالم '.repeat(60)}`],
  ])('at 320 pixels with %s', async (_, text) => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text, name: 'A name that goes on and on and on and on and on' })
    const viewport = { width: 320, height: 640 }
    const page = await openChats(await getLink(sandbox, { activeChat: ann }), { viewport })
    await expectPage(log(page).getByRole('article')).toBeVisible()
    await expectPage(composer(page)).toBeInViewport()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    expect(await log(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  })

  it('with right-to-left text, and shows emoji alone large', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'مرحبا', name: 'Ann' })
    await sandbox.simulate.message({ ...ann, text: '👍🏽👨‍👩‍👧' })
    await sandbox.simulate.message({ ...ann, text: '12' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await expectPage(message(page, 'مرحبا').getByText('مرحبا')).toHaveCSS('direction', 'rtl')
    await expectPage(message(page, '👍🏽').getByText('👍🏽')).toHaveCSS('font-size', '30px')
    await expectPage(message(page, '12').getByText('12', { exact: true })).toHaveCSS('font-size', '14px')
  })
})
