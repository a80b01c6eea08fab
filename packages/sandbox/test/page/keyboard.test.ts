import { describe, it } from 'vitest'
import { ann, bob } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { chatInList, composer, log, message, templateDialog } from './locators.ts'
import { openChats, phone, startChromium } from './openPage.ts'

startChromium()

async function startWithTwo() {
  const sandbox = await startSandbox()
  await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
  await sandbox.simulate.message({ ...bob, text: 'Hello', name: 'Bob' })
  return sandbox
}

describe('with the keyboard only', () => {
  it('opening a chat focuses its text field, and Escape returns to the list', async () => {
    const page = await openChats(await getLink(await startWithTwo()))
    await chatInList(page, 'Bob').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expectPage(page.getByRole('region', { name: 'Chat with Ann' })).toBeVisible()
    await expectPage(composer(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expectPage(chatInList(page, 'Ann')).toBeFocused()
  })

  it('a narrow window opens a chat and returns', async () => {
    const page = await openChats(await getLink(await startWithTwo()), phone)
    await chatInList(page, 'Ann').focus()
    await page.keyboard.press('Enter')
    await expectPage(page.getByRole('region', { name: 'Chat with Ann' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expectPage(chatInList(page, 'Ann')).toBeFocused()
    await expectPage(log(page)).toHaveCount(0)
  })

  it('the arrow keys move between messages, and Tab reaches their actions', async () => {
    const sandbox = await startWithTwo()
    await sandbox.simulate.message({ ...ann, text: 'Are you there?' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }), {
      viewport: { width: 1280, height: 320 },
    })
    await expectPage(message(page, 'Are you there?')).toBeVisible()
    await log(page).focus()
    await page.keyboard.press('ArrowUp')
    await expectPage(message(page, 'Are you there?')).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expectPage(message(page, 'Hello')).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expectPage(page.getByText('Replying to: Hello')).toBeVisible()
    await expectPage(composer(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expectPage(page.getByText('Replying to: Hello')).toHaveCount(0)
    await expectPage(composer(page)).toBeFocused()
  })

  it('the template dialog opens, and Escape returns the focus', async () => {
    const page = await openChats(await getLink(await startWithTwo(), { activeChat: ann }))
    const opener = page.getByRole('button', { name: 'Use a template' })
    await opener.focus()
    await page.keyboard.press('Enter')
    await expectPage(templateDialog(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expectPage(templateDialog(page)).toHaveCount(0)
    await expectPage(opener).toBeFocused()
    await expectPage(page.getByRole('region', { name: 'Chat with Ann' })).toBeVisible()
  })
})
