import { expect, onTestFinished, test } from 'vitest'
import { createListSource, everything, type ListSource } from '../../test/conversation/createListSource.ts'
import { waitFor } from '../../test/waitFor.ts'
import type { ConversationMessage } from './conversationMessage.ts'
import { findClosed } from './conversationRules.ts'
import type { ConversationState } from './conversationState.ts'
import { type Conversation, type ConversationOptions, createConversation } from './createConversation.ts'
import type { DraftStorage } from './drafts.ts'

function open(source: ListSource, options: ConversationOptions = {}): Conversation {
  const conversation = createConversation(source, { draftStorage: null, ...options })
  onTestFinished(conversation.close)
  return conversation
}

async function openReady(source: ListSource, options?: ConversationOptions): Promise<Conversation> {
  const conversation = open(source, options)
  await waitFor(() => expect(conversation.getState().thread.status).toBe('ready'))
  return conversation
}

function shown({ thread }: ConversationState): readonly ConversationMessage[] {
  return thread.status === 'ready' ? thread.messages : []
}

const texts = (conversation: Conversation) => shown(conversation.getState()).map(({ text }) => text)
const ids = (conversation: Conversation) => shown(conversation.getState()).map(({ id }) => id)

test('shows the latest messages, and loads those before until the beginning', async () => {
  const conversation = await openReady(createListSource({ count: 120 }))
  expect(texts(conversation)).toHaveLength(50)
  await conversation.loadEarlier()
  await conversation.loadEarlier()
  expect(texts(conversation)).toHaveLength(120)
  expect(conversation.getState().thread).toMatchObject({ hasEarlier: false, hasLater: false })
})

test('keeps 200 messages of a long conversation, and fetches the later ones again', async () => {
  const conversation = await openReady(createListSource({ count: 2_000 }))
  for (let page = 0; page < 20; page += 1) await conversation.loadEarlier()
  expect(texts(conversation)).toHaveLength(200)
  expect(conversation.getState().thread).toMatchObject({ hasEarlier: true, hasLater: true })
  for (let page = 0; page < 20; page += 1) await conversation.loadLater()
  expect(texts(conversation)).toHaveLength(200)
  expect(texts(conversation).at(-1)).toBe('Message 1999.')
  expect(conversation.getState().thread).toMatchObject({ hasEarlier: true, hasLater: false })
})

test('sends one request at a time in each direction', async () => {
  const source = createListSource({ count: 500 })
  const conversation = await openReady(source)
  await Promise.all([conversation.loadEarlier(), conversation.loadEarlier()])
  expect(source.requests).toHaveLength(2) // The first page, and the one before.
})

test('fills the gap after reconnecting, whatever its length, and keeps what is loaded', async () => {
  const source = createListSource({ count: 60 })
  const conversation = await openReady(source)
  await conversation.loadEarlier()
  source.emit({ type: 'lost' })
  for (let number = 0; number < 130; number += 1) source.add({})
  source.emit({ type: 'live' })
  await waitFor(() => expect(texts(conversation)).toHaveLength(190))
  expect(texts(conversation)[0]).toBe('Message 0.')
})

test('starts anew at the end where the gap is too long to fill', async () => {
  const source = createListSource({ count: 60 })
  const conversation = await openReady(source)
  for (let number = 0; number < 3_000; number += 1) source.add({})
  source.emit({ type: 'live' })
  await waitFor(() => expect(texts(conversation).at(-1)).toBe('Message 3059.'))
  const found = ids(conversation).map((id) => Number(id.slice(1)))
  expect(found).toEqual(Array.from({ length: 400 }, (_, index) => 2_660 + index)) // No gap.
})

test('shows a sent message at once, and the confirmed one in its place', async () => {
  const source = createListSource()
  const conversation = await openReady(source)
  conversation.send({ text: 'Hello' })
  expect(conversation.getState().outbox).toMatchObject([{ content: { text: 'Hello' }, status: 'sending' }])
  await waitFor(() => expect(texts(conversation)).toEqual(['Hello']))
  expect(conversation.getState().outbox).toEqual([])
  expect(shown(conversation.getState())[0]?.clientMessageId).toBe(source.sent[0]?.clientMessageId)
})

test('matches a message that arrives before the response to its own send', async () => {
  const source = createListSource()
  const conversation = await openReady(source)
  source.answers.push(async ({ clientMessageId, text = null }) => {
    const message = source.add({ text, clientMessageId, direction: 'outgoing', status: 'sent' })
    source.emit({ type: 'message', message })
    return { ok: true, result: { message } }
  })
  conversation.send({ text: 'Hello' })
  await waitFor(() => expect(conversation.getState().outbox).toEqual([]))
  expect(texts(conversation)).toEqual(['Hello'])
})

test('shows an accepted message as pending until the source reports it under an id of its own', async () => {
  const source = createListSource()
  const conversation = await openReady(source)
  source.answers.push(async () => ({ ok: true, result: { messageId: 'request' } }))
  conversation.send({ text: 'Hello' })
  await waitFor(() => expect(shown(conversation.getState())).toMatchObject([{ id: 'request', status: 'pending' }]))
  const own = shown(conversation.getState())[0]?.clientMessageId
  source.emit({ type: 'status', change: { messageIds: ['own'], requestId: 'request', status: 'delivered' } })
  expect(shown(conversation.getState())).toMatchObject([{ id: 'own', status: 'delivered', clientMessageId: own }])
  source.emit({ type: 'message', message: { ...source.add({ text: 'Hello' }), id: 'own', direction: 'outgoing' } })
  expect(shown(conversation.getState())).toMatchObject([{ id: 'own', clientMessageId: own }])
})

test('keeps one of two where the message came before the status that names its request', async () => {
  const source = createListSource()
  const conversation = await openReady(source)
  source.answers.push(async () => ({ ok: true, result: { messageId: 'request' } }))
  conversation.send({ text: 'Hello' })
  await waitFor(() => expect(ids(conversation)).toEqual(['request']))
  source.emit({ type: 'message', message: { ...source.add({ text: 'Hello' }), id: 'own', direction: 'outgoing' } })
  source.emit({ type: 'status', change: { messageIds: ['own'], requestId: 'request', status: 'sent' } })
  expect(ids(conversation)).toEqual(['own'])
})

test('sends a failed message again under the same id, and an unconfirmed one only when the user says so', async () => {
  const source = createListSource()
  const conversation = await openReady(source)
  source.answers.push(async () => ({ ok: false, error: { message: 'The channel is off.' } }))
  source.answers.push(async () => Promise.reject(new Error('The connection broke.')))
  conversation.send({ text: 'Hello' })
  const item = () => conversation.getState().outbox[0]
  await waitFor(() => expect(item()).toMatchObject({ status: 'failed', reason: 'The channel is off.' }))
  const failed = item()
  if (failed) conversation.retry(failed)
  await waitFor(() => expect(item()).toMatchObject({ status: 'unconfirmed', reason: 'The connection broke.' }))
  source.emit({ type: 'live' })
  await waitFor(() => expect(source.requests).toHaveLength(2))
  expect(source.sent).toHaveLength(2)
  const unconfirmed = item()
  if (unconfirmed) conversation.retry(unconfirmed)
  await waitFor(() => expect(texts(conversation)).toEqual(['Hello']))
  expect(new Set(source.sent.map(({ clientMessageId }) => clientMessageId)).size).toBe(1)
})

test('never takes a status back', async () => {
  const source = createListSource()
  source.add({ id: 'own', direction: 'outgoing', status: 'delivered' })
  const conversation = await openReady(source)
  for (const status of ['sent', 'failed', 'pending'] as const)
    source.emit({ type: 'status', change: { messageIds: ['own'], status } })
  expect(shown(conversation.getState())).toMatchObject([{ status: 'delivered' }])
  source.emit({ type: 'status', change: { messageIds: ['own'], status: 'read' } })
  expect(shown(conversation.getState())).toMatchObject([{ status: 'read' }])
})

test('keeps what a newer version of a message does not say', async () => {
  const source = createListSource()
  const message = source.add({ direction: 'outgoing', authorName: 'Kate', quotedMessageId: 'm9', status: 'delivered' })
  const conversation = await openReady(source)
  const version = { ...message, text: 'Edited', isEdited: true, authorName: null, quotedMessageId: null }
  source.emit({ type: 'message', message: { ...version, status: 'sent' } })
  expect(shown(conversation.getState())).toEqual([{ ...message, text: 'Edited', isEdited: true }])
})

test('keeps the place of a message whose event comes late, with the time of its delivery', async () => {
  const source = createListSource({ count: 4 })
  const conversation = await openReady(source)
  const [first, , own] = source.messages
  if (!first || !own) throw new Error('There is no message.')
  const later = own.sentAt + 60 * 60_000
  source.emit({ type: 'message', message: { ...first, order: 99, sentAt: later, text: 'Late' } })
  expect(shown(conversation.getState())[0]).toEqual({ ...first, text: 'Late' })
  source.emit({ type: 'message', message: { ...first, order: -1, sentAt: first.sentAt - 1, text: 'Exact' } })
  expect(shown(conversation.getState())[0]).toMatchObject({ order: -1, sentAt: first.sentAt - 1, text: 'Exact' })
  source.emit({ type: 'message', message: { ...own, order: 99, sentAt: later } })
  expect(shown(conversation.getState()).at(-1)).toMatchObject({ id: own.id, sentAt: later }) // Ours: its event has the time.
})

function createMapStorage(): { kept: Map<string, string>; draftStorage: DraftStorage } {
  const kept = new Map<string, string>()
  const draftStorage: DraftStorage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  }
  return { kept, draftStorage }
}

test('keeps a draft when the page is reloaded, and the text that it was when an edit ends', async () => {
  const { kept, draftStorage } = createMapStorage()
  const source = createListSource({ count: 3 })
  const before = await openReady(source, { draftStorage })
  before.setDraft('A long answer')
  const [message] = shown(before.getState())
  if (!message) throw new Error('There is no message.')
  before.setFocus({ kind: 'edit', message })
  expect(before.getState().draft).toBe('Message 0.')
  before.setDraft('Edited')
  expect(open(source, { draftStorage }).getState().draft).toBe('A long answer')
  const other = open(source, { draftStorage })
  source.emit({ type: 'allowed', allowed: { ...everything, userId: '8' } })
  expect(other.getState().draft).toBe('') // Another user has signed in in the same tab.
  source.emit({ type: 'allowed', allowed: everything })
  before.setFocus(null)
  expect(before.getState().draft).toBe('A long answer')
  before.setDraft('')
  expect([...kept]).toEqual([])
})

test('takes no file that is empty or too large', async () => {
  const conversation = await openReady(createListSource())
  conversation.attach(new File([], 'empty.txt'))
  expect(conversation.getState().problem?.reason).toEqual({ name: 'emptyFile' })
  conversation.attach(new File(['x'.repeat(1_001)], 'large.txt'))
  expect(conversation.getState().problem?.reason).toEqual({ name: 'largeFile', bytes: 1_000 })
  expect(conversation.getState().attachment).toBeNull()
  conversation.attach(new File(['x'], 'small.txt'))
  expect(conversation.getState()).toMatchObject({ attachment: { name: 'small.txt' }, problem: null })
})

test('opens a message far away with those around it, and the end again', async () => {
  const source = createListSource({ count: 1_000 })
  const conversation = await openReady(source)
  const far = source.messages[100]
  if (!far) throw new Error('There is no message.')
  await conversation.openMessage(far, 'Message')
  expect(ids(conversation)).toContain('m100')
  expect(conversation.getState().target).toEqual({ messageId: 'm100', query: 'Message' })
  source.emit({ type: 'message', message: source.add({ text: 'News' }) })
  expect(texts(conversation)).not.toContain('News') // It would leave a gap.
  await conversation.loadLatest()
  expect(texts(conversation).at(-1)).toBe('News')
})

test('keeps a place apart from the end that was read while it was opened', async () => {
  const source = createListSource({ count: 1_000 })
  const conversation = await openReady(source)
  const { fetchPage } = source
  const waiting: (() => void)[] = []
  source.fetchPage = async (request) => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    return fetchPage(request)
  }
  const [, , far] = source.messages
  if (!far) throw new Error('There is no message.')
  const opened = conversation.openMessage(far)
  const refreshed = conversation.refresh()
  await waitFor(() => expect(waiting).toHaveLength(2))
  waiting[0]?.()
  await opened
  waiting[1]?.()
  await refreshed
  const numbers = ids(conversation).map((id) => Number(id.slice(1)))
  expect(numbers).toContain(2)
  expect(numbers).toEqual(numbers.map((_, index) => index)) // No gap.
  expect(conversation.getState().thread).toMatchObject({ hasEarlier: false, hasLater: true })
})

test('shows the reason where a page does not load, and the messages once it does', async () => {
  const source = createListSource({ count: 3 })
  const { fetchPage } = source
  source.fetchPage = async () => Promise.reject(new Error('The server did not respond.'))
  const conversation = open(source)
  await waitFor(() =>
    expect(conversation.getState().thread).toEqual({ status: 'failed', reason: 'The server did not respond.' }),
  )
  source.fetchPage = fetchPage
  await conversation.loadLatest()
  expect(texts(conversation)).toHaveLength(3)
})

test('reports each message that was seen once, and never an earlier one', async () => {
  const source = createListSource({ count: 5 })
  const read: string[] = []
  source.read = async ({ id }) => {
    read.push(id)
    return { ok: true, result: null }
  }
  const conversation = await openReady(source)
  for (const index of [1, 3, 2, 3]) {
    const message = source.messages[index]
    if (message) conversation.markSeen(message)
  }
  expect(read).toEqual(['m1', 'm3'])
  source.emit({ type: 'allowed', allowed: { ...everything, can: [] } })
  if (source.messages[4]) conversation.markSeen(source.messages[4])
  expect(read).toEqual(['m1', 'm3'])
})

test('leaves an edit of a message that is deleted meanwhile', async () => {
  const source = createListSource({ count: 3 })
  const conversation = await openReady(source)
  const message = source.messages[2]
  if (!message) throw new Error('There is no message.')
  conversation.setDraft('A new one')
  conversation.setFocus({ kind: 'edit', message })
  source.emit({ type: 'message', message: { ...message, text: null, isDeleted: true } })
  expect(conversation.getState()).toMatchObject({ focus: null, draft: 'A new one' })
})

test('searches once the user has stopped typing, and shows the results of the latest text only', async () => {
  const source = createListSource({ count: 30 })
  const asked: string[] = []
  source.search = async (text) => {
    asked.push(text)
    return {
      ok: true,
      result: { messages: source.messages.filter((message) => message.text?.includes(text)), hasMore: false },
    }
  }
  const waiting: (() => void)[] = []
  const after = (_: number, run: () => void) => {
    waiting.push(run)
    return () => void waiting.pop()
  }
  const conversation = await openReady(source, { clock: { now: () => 0, elapsed: () => 0, after } })
  for (const text of ['M', 'Me', 'Message 1']) conversation.search(text)
  expect(waiting).toHaveLength(1)
  waiting[0]?.()
  await waitFor(() => expect(conversation.getState().search).toMatchObject({ status: 'ready', text: 'Message 1' }))
  expect(asked).toEqual(['Message 1'])
  expect(conversation.getState().search.messages).toHaveLength(11)
  conversation.search('')
  expect(conversation.getState().search).toEqual({ status: 'idle', text: '', messages: [], hasMore: false })
})

const hourMs = 60 * 60_000
const [one] = everything.channels
const withWindow = {
  ...everything,
  channels: one ? [{ ...one, replyWindow: { ms: 24 * hourMs, afterwards: 'templates' as const } }] : [],
}

test('leaves the reply window open while the last message of the customer is unknown, until all is loaded', async () => {
  const source = createListSource()
  const at = Date.now()
  source.add({ sentAt: at - 25 * hourMs })
  for (let number = 0; number < 60; number += 1) source.add({ direction: 'outgoing', sentAt: at })
  const conversation = await openReady(source)
  source.emit({ type: 'allowed', allowed: withWindow })
  expect(findClosed(conversation.getState())).toBeUndefined()
  await conversation.loadEarlier()
  expect(findClosed(conversation.getState())).toMatchObject({ afterwards: 'templates' })
  source.emit({ type: 'message', message: source.add({}) })
  expect(findClosed(conversation.getState())).toBeUndefined()
})

test('keeps the reply window as it was while messages far back are shown', async () => {
  const source = createListSource({ count: 3_000 })
  const conversation = await openReady(source)
  source.emit({ type: 'allowed', allowed: withWindow })
  const far = source.messages[100]
  if (!far) throw new Error('There is no message.')
  await conversation.openMessage(far)
  expect(conversation.getState().thread).toMatchObject({ hasEarlier: true, hasLater: true })
  expect(findClosed(conversation.getState())).toBeUndefined()
  const own = findClosed({ ...conversation.getState(), allowed: { ...withWindow, clockOffsetMs: 25 * hourMs } })
  expect(own).toMatchObject({ messenger: 'WhatsApp' })
})

test('closes the reply window of a channel through which the customer has never written', async () => {
  const source = createListSource()
  const conversation = await openReady(source)
  source.emit({ type: 'allowed', allowed: withWindow })
  expect(findClosed(conversation.getState())).toMatchObject({ afterwards: 'templates' })
  source.emit({ type: 'message', message: source.add({ channelId: null }) })
  expect(findClosed(conversation.getState())).toBeUndefined() // It may have come through this one.
})

test.each([true, false])('sends a text after its file, once that is done (accepted: %s)', async (isAccepted) => {
  const source = createListSource()
  const conversation = await openReady(source)
  let finish = (): void => undefined
  source.answers.push(async () => {
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    return isAccepted
      ? { ok: true, result: { messageId: 'file' } }
      : { ok: false, error: { message: 'The file is too large.' } }
  })
  conversation.sendInOrder([{ file: new File(['x'], 'a.txt') }, { text: 'The plan' }])
  expect(conversation.getState().outbox).toMatchObject([{ status: 'sending' }, { status: 'sending' }])
  await waitFor(() => expect(source.sent).toHaveLength(1))
  await Promise.resolve()
  expect(source.sent).toMatchObject([{ file: { name: 'a.txt' } }])
  finish()
  await waitFor(() => expect(source.sent).toMatchObject([{ file: { name: 'a.txt' } }, { text: 'The plan' }]))
})

test('keeps a text until it is accepted or discarded, and sends it again under the same id', async () => {
  const { kept, draftStorage } = createMapStorage()
  const source = createListSource()
  source.answers.push(async () => ({ ok: false, error: { message: 'The channel is off.' } }))
  source.answers.push(() => new Promise(() => undefined))
  const before = await openReady(source, { draftStorage })
  before.send({ text: 'First' })
  await waitFor(() => expect(before.getState().outbox).toMatchObject([{ status: 'failed' }]))
  before.send({ text: 'Second' })
  before.close()
  const after = await openReady(source, { draftStorage })
  expect(after.getState().outbox).toMatchObject([
    { content: { text: 'First' }, status: 'failed', reason: 'The channel is off.' },
    { content: { text: 'Second' }, status: 'unconfirmed' },
  ])
  const [first, second] = after.getState().outbox
  if (first) after.discard(first)
  if (second) after.retry(second)
  await waitFor(() => expect(texts(after)).toEqual(['Second']))
  expect(source.sent[2]?.clientMessageId).toBe(source.sent[1]?.clientMessageId)
  expect([...kept]).toEqual([])
})

test('shows no text of another user', async () => {
  const { draftStorage } = createMapStorage()
  const source = createListSource()
  source.answers.push(() => new Promise(() => undefined))
  const before = await openReady(source, { draftStorage })
  before.send({ text: 'First' })
  before.close()
  const { subscribe } = source
  source.subscribe = (listener) =>
    subscribe((event) =>
      listener(event.type === 'allowed' ? { type: 'allowed', allowed: { ...everything, userId: '8' } } : event),
    )
  expect((await openReady(source, { draftStorage })).getState().outbox).toEqual([])
})
