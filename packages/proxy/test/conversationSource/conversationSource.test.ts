import { describe, expect, it } from 'vitest'
import { ann } from '../backends/people.ts'
import { type Opened, shareSandbox } from '../backends/vendors.ts'
import { openConversation } from './openConversation.ts'

const open = shareSandbox()

/** Plays the customer: so many messages, a second apart. */
async function write(opened: Opened, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await opened.account.simulate.message({ ...ann, text: `Message ${number}` })
    opened.account.clock.advance(1_000)
  }
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `Message ${from + index}`)

describe('a conversation of Whatomate, which keeps its history', () => {
  it('is read back to its first message, and on to its last', async () => {
    const opened = await open('whatomate')
    await write(opened, 120)
    const { conversation, texts } = await openConversation(opened)
    expect(texts()).toEqual(numbers(71, 120))
    await conversation.loadEarlier()
    await conversation.loadEarlier()
    expect(texts()).toEqual(numbers(1, 120))
    expect(conversation.getState().thread).toMatchObject({ hasEarlier: false, hasLater: false })
  })

  it('shows what the customer writes, and sends a reply that is delivered', async () => {
    const opened = await open('whatomate')
    await write(opened, 1)
    const { conversation, texts, shown } = await openConversation(opened)
    await opened.account.simulate.message({ ...ann, text: 'Are you there?' })
    await expect.poll(texts).toEqual(['Message 1', 'Are you there?'])
    conversation.send({ text: 'I am' })
    await expect.poll(texts).toEqual(['Message 1', 'Are you there?', 'I am'])
    expect(conversation.getState().outbox).toEqual([])
    expect(shown().filter(({ direction }) => direction === 'outgoing')).toHaveLength(1)
  })

  it('is empty while nobody has written', async () => {
    const { texts, conversation } = await openConversation(await open('whatomate'))
    expect(texts()).toEqual([])
    expect(conversation.getState().allowed.can).toContain('send')
  })

  it('is not even looked for where the CRM does not allow its chat', async () => {
    const opened = await open('whatomate')
    await write(opened, 1)
    const asked = () => opened.account.requests().filter((entry) => JSON.stringify(entry).includes('search=')).length
    const before = asked()
    const { conversation } = await openConversation(opened, { authorizeChats: () => false })
    const reason = 'You may not do this in this chat.'
    expect(conversation.getState().thread).toEqual({ status: 'failed', reason, code: 'forbidden' })
    expect(asked()).toBe(before)
  })

  it('is marked as read where its last message was seen', async () => {
    const opened = await open('whatomate')
    await write(opened, 2)
    const { conversation, shown } = await openConversation(opened)
    const last = shown().at(-1)
    if (last) conversation.markSeen(last)
    const page = async () => {
      const path = `${opened.url}/whatomate/api/contacts?search=${ann.chatId}`
      const response = await fetch(path, { headers: { 'x-api-key': opened.account.whatomateKey } })
      return ((await response.json()) as { data: { contacts: { unread_count: number }[] } }).data.contacts
    }
    await expect.poll(page).toMatchObject([{ unread_count: 0 }])
  })
})

const dayMs = 86_400_000

it.each([
  ['Whatomate, which is read back to it', 'whatomate', false],
  ['the CRM’s own store, which begins there', 'wazzup-v3', true],
] as const)('goes to a date in a conversation of %s', async (_, vendor, hasStore) => {
  const opened = await open(vendor)
  const page = await openConversation(opened, { hasStore })
  const { conversation, texts, shown } = page
  for (let day = 0; day < 12; day += 1) {
    for (let number = 1; number <= 10; number += 1) {
      await opened.account.simulate.message({ ...ann, text: `Day ${day}, message ${number}` })
      opened.account.clock.advance(100) // Together less than the time that a webhook may take.
    }
    await expect.poll(() => texts().at(-1)).toBe(`Day ${day}, message 10`)
    opened.account.clock.advance(dayMs - 1_000)
  }
  await conversation.loadLatest()
  const target = () => {
    const { target: current } = conversation.getState()
    return shown().find(({ id }) => id === current?.messageId)?.text
  }
  const [first] = shown()
  const start = (first?.sentAt ?? 0) - 7 * dayMs - 3_600_000 // The latest fifty begin with day 7. Clocks go on meanwhile.
  expect(texts()[0]).toBe('Day 7, message 1')
  await conversation.openTime(start + 2 * dayMs)
  expect(target()).toBe('Day 2, message 1')
  while (conversation.getState().thread.status === 'ready' && shown().at(-1)?.text !== 'Day 11, message 10')
    await conversation.loadLater()
  await conversation.loadLater()
  expect(conversation.getState().thread).toMatchObject({ hasLater: false })
  expect(texts().slice(-100)).toEqual(
    Array.from({ length: 100 }, (__, index) => `Day ${2 + Math.floor(index / 10)}, message ${(index % 10) + 1}`),
  )
  await conversation.openTime(start - 9 * dayMs)
  expect(target()).toBe('Day 0, message 1')
  await conversation.openTime(start + 99 * dayMs)
  expect(target()).toBe('Day 11, message 10')
  expect(conversation.getState()).toMatchObject({ problem: null, thread: { hasEarlier: true } })
})

describe('a conversation of Wazzup, which the CRM has recorded', () => {
  it('has what came in, live and after a reload, and nothing of another chat', async () => {
    const opened = await open('wazzup-v3')
    const { texts, conversation } = await openConversation(opened, { hasStore: true })
    await opened.account.simulate.message({ ...ann, text: 'Hello' })
    await opened.account.simulate.message({ chatType: 'whatsapp', chatId: '79990001122', text: 'Somebody else' })
    await opened.account.simulate.message({ ...ann, text: 'Are you there?' })
    await expect.poll(texts).toEqual(['Hello', 'Are you there?'])
    await conversation.loadLatest()
    expect(texts()).toEqual(['Hello', 'Are you there?'])
  })

  it('sends once, with the author and the status that the vendor reports', async () => {
    const opened = await open('wazzup-v3')
    const { conversation, shown } = await openConversation(opened, { hasStore: true })
    conversation.send({ text: 'Good morning' })
    await expect.poll(shown).toMatchObject([{ text: 'Good morning', status: 'delivered', authorName: 'Ann Lee' }])
    expect(conversation.getState().outbox).toEqual([])
    const { messages } = (await opened.control(`GET /_sandbox/messages?${new URLSearchParams(ann)}`)) as {
      messages: unknown[]
    } // Ours.
    expect(messages).toHaveLength(1)
  })

  it('shows a failure with its reason, and sends again under the same id, once', async () => {
    const opened = await open('wazzup-v3')
    const { conversation, texts } = await openConversation(opened, { hasStore: true })
    opened.account.faults.add({
      operation: 'wazzup-v3.sendMessage',
      times: 1,
      fault: { kind: 'status', status: 400 },
    })
    conversation.send({ text: 'Good morning' })
    const item = () => conversation.getState().outbox[0]
    await expect.poll(item).toMatchObject({ reason: expect.stringMatching(/^[A-Z].*\.$/) })
    const failed = item()
    if (failed) conversation.retry(failed)
    await expect.poll(texts).toEqual(['Good morning'])
    const sends = opened.account
      .requests()
      .filter(({ path, status }) => path.endsWith('/message') && status !== null && status < 300)
    expect(sends).toHaveLength(1)
  })

  it('edits and deletes, in the messenger too', async () => {
    const opened = await open('wazzup-v3')
    const { conversation, shown } = await openConversation(opened, { hasStore: true })
    conversation.send({ text: 'Helo' })
    await expect.poll(shown).toMatchObject([{ text: 'Helo', status: 'delivered' }])
    const message = () => {
      const [first] = shown()
      if (!first) throw new Error('There is no message.')
      return first
    }
    expect(await conversation.edit(message(), 'Hello')).toEqual({ done: true })
    const atCustomer = async () =>
      ((await opened.control(`GET /_sandbox/messages?${new URLSearchParams(ann)}`)) as { messages: unknown[] }).messages
    expect(await atCustomer()).toMatchObject([{ text: 'Hello' }])
    expect(shown()).toMatchObject([{ text: 'Hello', isEdited: true }])
    await conversation.remove(message())
    expect(await atCustomer()).toMatchObject([{ deleted: true }])
    expect(shown()).toMatchObject([{ isDeleted: true, text: null }])
  })

  it('finds messages, and opens one far back', async () => {
    const opened = await open('wazzup-v3')
    const { conversation, texts } = await openConversation(opened, { hasStore: true })
    await write(opened, 130)
    await expect.poll(() => texts().at(-1)).toBe('Message 130')
    const found = await conversation.source.search?.('Message 2')
    const messages = found?.ok ? found.result.messages : []
    const oldest = messages.find(({ text }) => text === 'Message 2')
    await conversation.loadLatest()
    expect(texts()).toEqual(numbers(81, 130))
    if (oldest) await conversation.openMessage(oldest)
    expect(texts()).toContain('Message 2')
    expect(conversation.getState()).toMatchObject({ target: { messageId: oldest?.id }, problem: null })
    await conversation.loadLater()
    await conversation.loadLater()
    await conversation.loadLater()
    expect(texts().at(-1)).toBe('Message 130')
    expect(conversation.getState().thread).toMatchObject({ hasLater: false })
  })

  it('has the messages that came while the CRM was away, in place', async () => {
    const opened = await open('wazzup-v3')
    const { conversation, texts, stop, start } = await openConversation(opened, { hasStore: true })
    await write(opened, 2)
    await expect.poll(texts).toEqual(numbers(1, 2))
    await stop()
    await expect.poll(() => conversation.getState().connection).toBe('lost')
    conversation.send({ text: 'Into the void' })
    await expect.poll(() => conversation.getState().outbox).toMatchObject([{ status: 'unconfirmed' }])
    await opened.account.simulate.message({ ...ann, text: 'While you were away' })
    await start()
    await expect.poll(() => conversation.getState().connection).toBe('live')
    await expect.poll(texts).toEqual([...numbers(1, 2), 'While you were away'])
    expect(conversation.getState().outbox).toHaveLength(1) // Nobody has said that it may be sent again.
  })

  it('says so where nobody keeps a history', async () => {
    const { conversation } = await openConversation(await open('wazzup-v3'))
    expect(conversation.getState().thread).toEqual({
      status: 'failed',
      reason: 'The messenger service does not offer this.',
      code: 'not_supported',
    })
  })
})
