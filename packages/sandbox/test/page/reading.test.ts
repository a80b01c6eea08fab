import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann, bob } from '../fixtures/people.ts'
import { sendMessageExample } from '../fixtures/sendMessageExample.ts'
import { getLink } from '../getLink.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { chatInList, log, message } from './locators.ts'
import { openChats, openPage, phone, startChromium } from './openPage.ts'

startChromium()

const secondWhatsapp = 'e0629e11-0f67-4567-92a9-2237e91ec1b9'
const card = { scope: 'card', filter: [{ ...ann, name: 'Ann' }] }

describe('the chats page', () => {
  it('lists chats, latest first, and opening one leaves it unanswered', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Is it still available?', name: 'Ann' })
    await sandbox.simulate.message({ ...bob, text: 'Hello', name: 'Bob' })
    const page = await openChats(await getLink(sandbox))
    await sandbox.simulate.message({ ...ann, text: 'The oak one' })
    const buttons = page.getByRole('navigation').getByRole('button')
    await expectPage(buttons).toContainText([
      /Ann.*WhatsApp.*The oak one.*2 unanswered/,
      /Bob.*Telegram.*Hello.*1 unanswered/,
    ])
    await chatInList(page, 'Ann').click()
    await expectPage(message(page, 'The oak one')).toBeVisible()
    await expectPage(log(page).getByText('2 unanswered messages')).toBeVisible()
    await expectPage(chatInList(page, 'Ann')).toContainText('2 unanswered')
  })

  it('lists unanswered chats first, and an empty one only while it is open', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Is it still available?', name: 'Ann' })
    await sandbox.simulate.message({ ...bob, text: 'Hello', name: 'Bob' })
    await sandbox.simulate.reply({ ...bob, text: 'Good morning' })
    const empty = { chatType: 'whatsapp', chatId: '79990000009', name: 'Carol' } as const
    await openChats(await getLink(sandbox, { scope: 'card', filter: [empty] }))
    const page = await openChats(await getLink(sandbox))
    const buttons = page.getByRole('navigation').getByRole('button')
    await expectPage(buttons).toContainText([/Ann.*1 unanswered/, /Bob/])
    await expectPage(buttons).toHaveCount(2)
    await page.getByRole('searchbox', { name: 'Search chats' }).fill('Carol')
    await expectPage(buttons).toHaveText([/Carol/])
    await chatInList(page, 'Carol').click()
    await page.getByRole('searchbox', { name: 'Search chats' }).fill('')
    await expectPage(buttons).toHaveCount(3)
  })

  it('opens the chat that the link names', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    await sandbox.simulate.message({ ...bob, text: 'Good morning', name: 'Bob' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await expectPage(page.getByRole('region', { name: 'Chat with Ann' })).toContainText('Hello')
  })

  it('shows the single chat of a card without a list, even if it is new', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...bob, text: 'Good morning' })
    const page = await openChats(await getLink(sandbox, card))
    await expectPage(page.getByRole('region', { name: 'Chat with Ann' })).toContainText('No messages yet')
    await expectPage(page.getByRole('navigation')).toHaveCount(0)
  })

  it('finds a chat by name, or by number in any spacing', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    await sandbox.simulate.message({ ...bob, text: 'Hello', name: 'Bob' })
    const page = await openChats(await getLink(sandbox))
    const search = page.getByRole('searchbox', { name: 'Search chats' })
    await search.fill('+7 999 888')
    await expectPage(page.getByRole('navigation').getByRole('button')).toHaveText([/Ann/])
    await search.fill('bOB')
    await expectPage(page.getByRole('navigation').getByRole('button')).toHaveText([/Bob/])
    await search.fill('nobody')
    await expectPage(page.getByText('No results')).toBeVisible()
  })

  it('shows the vendor’s own example, and never loads the file', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: sendMessageExample })
    const { page, requests, problems } = await openPage(await getLink(sandbox, card))
    const file = log(page).getByRole('link', { name: 'img_01.png' })
    await expectPage(file).toHaveAttribute('href', sendMessageExample.content)
    await expectPage(message(page, 'Sent through the API')).toBeVisible()
    const elsewhere = requests.filter((url) => !url.startsWith(sandbox.url) && !url.startsWith('data:'))
    expect({ elsewhere, problems }).toEqual({ elsewhere: [], problems: [] })
  })

  it('shows a customer’s message as plain text, whatever it contains', async () => {
    const sandbox = await startSandbox()
    const hostile = '<img src=x onerror="document.title=1"> javascript:alert(1) https://example.com/a?b=1. **'
    await sandbox.simulate.message({ ...ann, text: hostile, name: '<b>Ann</b>' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await expectPage(message(page, hostile)).toBeVisible()
    await expectPage(chatInList(page, '<b>Ann</b>')).toBeVisible()
    await expectPage(log(page).getByRole('link')).toHaveText(['https://example.com/a?b=1'])
    await expectPage(page).toHaveTitle('Chats')
  })

  it('quotes the message that a reply refers to', async () => {
    const sandbox = await startSandbox()
    const { messageId } = await sandbox.simulate.message({ ...ann, text: 'How much is it?' })
    const body = { ...ann, channelId: channelIds.whatsapp, text: '490', refMessageId: messageId }
    await callSandbox(sandbox, 'POST /v2/send_message', { body })
    const page = await openChats(await getLink(sandbox, card))
    await expectPage(message(page, '490').getByRole('blockquote')).toHaveText('How much is it?')
  })

  it('marks where a chat switches to another channel', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const body = { ...ann, channelId: secondWhatsapp, text: 'From our other number' }
    await callSandbox(sandbox, 'POST /v2/send_message', { body })
    const page = await openChats(await getLink(sandbox, card))
    await expectPage(log(page)).toContainText(/Hello.*Via \+79865784459.*From our other number/s)
  })

  it('jumps to the quoted message', async () => {
    const sandbox = await startSandbox()
    const { messageId } = await sandbox.simulate.message({ ...ann, text: 'How much is it?' })
    for (let number = 1; number <= 30; number += 1)
      await sandbox.simulate.message({ ...ann, text: `Message ${number}.` })
    const body = { ...ann, channelId: channelIds.whatsapp, text: '490', refMessageId: messageId }
    await callSandbox(sandbox, 'POST /v2/send_message', { body })
    const page = await openChats(await getLink(sandbox, card))
    await message(page, '490').getByRole('button', { name: 'How much is it?' }).click()
    await expectPage(message(page, 'How much is it?').first()).toBeInViewport()
    await expectPage(message(page, 'How much is it?').first()).toBeFocused()
  })

  it('separates days', async () => {
    let time = Date.now() - 3 * 86_400_000
    const sandbox = await startSandbox({ clock: () => time })
    await sandbox.simulate.message({ ...ann, text: 'Three days ago' })
    time += 2 * 86_400_000
    await sandbox.simulate.message({ ...ann, text: 'A day ago' })
    time += 86_400_000
    await sandbox.simulate.message({ ...ann, text: 'Now' })
    const page = await openChats(await getLink(sandbox, card))
    await expectPage(log(page)).toContainText(/Three days ago.*Yesterday.*A day ago.*Today.*Now/s)
  })

  it('keeps its position while the user reads further up, and announces new messages', async () => {
    const sandbox = await startSandbox()
    for (let number = 1; number <= 80; number += 1)
      await sandbox.simulate.message({ ...ann, text: `Message ${number}.` })
    const page = await openChats(await getLink(sandbox, card))
    await expectPage(message(page, 'Message 80.')).toBeInViewport()
    await log(page).evaluate((element) => element.scrollTo(0, 0))
    await expectPage(message(page, 'Message 1.')).toHaveCount(1)
    await expectPage(message(page, 'Message 31.')).toBeInViewport()
    await sandbox.simulate.message({ ...ann, text: 'News' })
    const toEnd = page.getByRole('button', { name: 'New messages' })
    await expectPage(toEnd).toBeVisible()
    await expectPage(message(page, 'Message 31.')).toBeInViewport()
    await toEnd.click()
    await expectPage(message(page, 'News')).toBeInViewport()
    await expectPage(toEnd).toHaveCount(0)
  })

  it('follows the latest message while it is visible', async () => {
    const sandbox = await startSandbox()
    for (let number = 1; number <= 40; number += 1)
      await sandbox.simulate.message({ ...ann, text: `Message ${number}.` })
    const page = await openChats(await getLink(sandbox, card))
    await expectPage(message(page, 'Message 40.')).toBeInViewport()
    await sandbox.simulate.message({ ...ann, text: 'News' })
    await expectPage(message(page, 'News')).toBeInViewport()
  })

  it('shows list or chat in a narrow window, with a back button', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(await getLink(sandbox), phone)
    await expectPage(log(page)).toHaveCount(0)
    await chatInList(page, 'Ann').click()
    await expectPage(log(page)).toBeVisible()
    await expectPage(page.getByRole('navigation')).toBeHidden()
    await page.getByRole('button', { name: 'Back to all chats' }).click()
    await expectPage(chatInList(page, 'Ann')).toBeVisible()
    await expectPage(log(page)).toHaveCount(0)
  })

  it('works without a mouse', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    await sandbox.simulate.message({ ...bob, text: 'Hello', name: 'Bob' })
    const page = await openChats(await getLink(sandbox))
    await chatInList(page, 'Bob').focus()
    await page.keyboard.press('ArrowDown')
    await expectPage(chatInList(page, 'Ann')).toBeFocused()
    await page.keyboard.press('Enter')
    await expectPage(page.getByRole('region', { name: 'Chat with Ann' })).toBeVisible()
  })

  it('is empty until a customer writes', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(await getLink(sandbox))
    await expectPage(page.getByText('No chats yet')).toBeVisible()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    await expectPage(chatInList(page, 'Ann')).toBeVisible()
  })

  it('says so when the open chat passes to a colleague', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await expectPage(message(page, 'Hello')).toBeVisible()
    const contact = { id: 1, name: 'Ann', responsibleUserId: '8', chats: [ann] }
    await callSandbox(sandbox, 'PATCH /v2/contacts', { body: [contact] })
    await expectPage(page.getByText('This chat is no longer yours')).toBeVisible()
    await expectPage(message(page, 'Hello')).toHaveCount(0)
  })
})
