import { describe, expect, it } from 'vitest'
import { ann } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { chatInList, log, message, searchField } from './locators.ts'
import { openChats, startChromium } from './openPage.ts'

startChromium()

describe('the chats page', () => {
  it('renders only the visible part of two thousand chats, and finds them all', async () => {
    const chats = Array.from({ length: 2_000 }, (_, number) => ({
      chatType: 'telegram' as const,
      chatId: String(10_000 + number),
      name: `Customer ${number}.`,
      messages: [{ from: 'customer' as const, text: 'Hello', minutesAgo: number }],
    }))
    const sandbox = await startSandbox({ seed: { chats } })
    const page = await openChats(await getLink(sandbox))
    await expectPage(chatInList(page, 'Customer 0.')).toBeVisible()
    const drawn = page.getByRole('navigation', { name: 'Chats' }).getByRole('button')
    expect(await drawn.count()).toBeLessThan(200)
    await drawn.nth(59).focus()
    await expectPage(chatInList(page, 'Customer 100.')).toHaveCount(1)
    await searchField(page).fill('Customer 1999.')
    await expectPage(chatInList(page, 'Customer 1999.')).toBeVisible()
  })

  it('keeps a few hundred messages of a long chat, and loads others while scrolling', async () => {
    const messages = Array.from({ length: 700 }, (_, index) => ({
      from: 'customer' as const,
      text: `Message ${index + 1}.`,
      minutesAgo: 700 - index,
    }))
    const sandbox = await startSandbox({ seed: { chats: [{ ...ann, name: 'Ann', messages }] } })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await expectPage(message(page, 'Message 700.')).toBeInViewport()
    for (const first of [601, 551, 501, 451, 401, 351, 301, 251]) {
      await log(page).evaluate((element) => element.scrollTo(0, 0))
      await expectPage(message(page, `Message ${first}.`)).toHaveCount(1)
    }
    expect(await log(page).getByRole('article').count()).toBeLessThanOrEqual(400)
    await page.getByRole('button', { name: 'Go to the latest message' }).click()
    await expectPage(message(page, 'Message 700.')).toBeInViewport()
  })
})
