import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { openContext } from './openPage.ts'

const languages = {
  en: { four: '4 unanswered', five: '5 unanswered', open: 'Open chats', chats: 'Chats', close: 'Close chats' },
  ar: {
    four: '4 رسائل بلا رد',
    five: '5 رسائل بلا رد',
    open: 'فتح المحادثات',
    chats: 'المحادثات',
    close: 'إغلاق المحادثات',
  },
}

/** The page as the browser hands it to assistive technology: role and name of each node. */
async function tree(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => `${role?.value} "${name?.value ?? ''}"`)
}

/** Name of what has the focus, or its tag. */
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return element?.matches('dialog, [role=dialog]') ? 'DIALOG' : element?.textContent?.trim() || element?.tagName
  })

async function open({ kit, locale }: { kit: string; locale: string }): Promise<{ page: Page; world: OpenWorld }> {
  const world = openWorld()
  await world.setCount(4)
  const { context, url } = await openContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const query = new URLSearchParams({ endpoint: world.endpoint, kit, locale })
  await page.goto(`${url}story.html?${query}`)
  return { page, world }
}

test.each([
  { kit: 'react', locale: 'en' },
  { kit: 'elements', locale: 'ar' },
] as const)('by keyboard and by ear: from the number to a message and back, %j', async ({ kit, locale }) => {
  const words = languages[locale]
  const { page, world } = await open({ kit, locale })

  // The number is part of the names of the link and of the button, and a change of it is read out.
  await expect.poll(() => tree(page)).toContain(`button "${words.open} ${words.four}"`)
  expect(await tree(page)).toContain(`link "CRM ${words.four}"`)
  await world.setCount(5)
  await expect.poll(() => page.locator('[aria-live=polite]').textContent()).toBe(words.five)

  // The launcher opens with Enter, and the focus moves into its panel: one heading, one button to close it, one frame.
  await page.keyboard.press('Tab')
  expect(await focused(page)).toContain('CRM')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toContain(words.open)
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: words.chats, exact: true })
  await panel.frameLocator('iframe').getByLabel('Message').waitFor()
  const nodes = await tree(page)
  const named = (role: string, name: string): string[] => nodes.filter((node) => node === `${role} "${name}"`)
  expect(nodes.filter((node) => node.startsWith('dialog'))).toEqual([`dialog "${words.chats}"`])
  expect(named('heading', words.chats)).toHaveLength(1)
  expect(named('button', words.close)).toHaveLength(1)
  expect(nodes.filter((node) => node.startsWith('Iframe'))).toHaveLength(1)

  // From the panel into the frame, and from the frame to Close.
  const message = panel.frameLocator('iframe').getByLabel('Message')
  await pressTabUntil(page, () => message.evaluate((element) => element === document.activeElement))
  await page.keyboard.type('Hello')
  expect(await message.inputValue()).toBe('Hello')
  await pressTabUntil(page, async () => (await focused(page)) === words.close)

  // Close and Escape lead back to the button, and the message is still there.
  await page.keyboard.press('Enter')
  await expect.poll(() => panel.count()).toBe(0)
  await expect.poll(() => focused(page)).toContain(words.open)
  await page.keyboard.press('Enter')
  await panel.waitFor()
  expect(await message.inputValue()).toBe('Hello')
  await page.keyboard.press('Escape')
  await expect.poll(() => panel.count()).toBe(0)
  await expect.poll(() => focused(page)).toContain(words.open)
})

/** Presses Tab a few times at most: whatever takes more is a trap. */
async function pressTabUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 6 && !(await isThere()); presses += 1) await page.keyboard.press('Tab')
  expect(await isThere()).toBe(true)
}
