import { type StoredMessage, toConversationId } from '@crm-chat/proxy'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { fillChatStates } from '../store/countMessages.ts'
import { openStore, type Store } from '../store/openStore.ts'
import { chatStates, messages } from '../store/schema.ts'
import { sqliteConversations } from './sqliteConversations.ts'

const chat = { chatType: 'whatsapp', chatId: '79990000001' } as const
const opened: Store[] = []
let store: Store

beforeEach(async () => {
  store = await openStore(':memory:')
  opened.push(store)
})
afterAll(() => {
  for (const { close } of opened) close()
})

async function add(
  id: string,
  direction: StoredMessage['direction'],
  minute: number,
  fields: Partial<StoredMessage> = {},
): Promise<void> {
  const at = new Date(Date.UTC(2030, 0, 1, 12, minute)).toISOString()
  const conversationId = toConversationId(chat)
  const message: StoredMessage = { id, chat, conversationId, direction, type: 'text', text: id, at, ...fields }
  await sqliteConversations(store.database).append({ kind: 'message', message })
}

async function getState(): Promise<{ waits: string | null; last: string; fromCustomer: boolean } | undefined> {
  const [state] = await store.database.select().from(chatStates)
  if (!state) return undefined
  const { waitingSince, lastText, lastIsFromCustomer } = state
  const waits = waitingSince === null ? null : new Date(waitingSince).toISOString().slice(11, 16)
  return { waits, last: lastText, fromCustomer: lastIsFromCustomer }
}

describe('a chat', () => {
  it('waits from the first message without a reply on', async () => {
    await add('one', 'incoming', 1)
    await add('two', 'incoming', 2)
    expect(await getState()).toEqual({ waits: '12:01', last: 'two', fromCustomer: true })
    await add('reply', 'outgoing', 3)
    expect(await getState()).toEqual({ waits: null, last: 'reply', fromCustomer: false })
    await add('three', 'incoming', 4)
    expect(await getState()).toEqual({ waits: '12:04', last: 'three', fromCustomer: true })
  })

  it('is the same whatever order its messages arrive in', async () => {
    await add('three', 'incoming', 4)
    await add('reply', 'outgoing', 3)
    await add('one', 'incoming', 1)
    expect(await getState()).toEqual({ waits: '12:04', last: 'three', fromCustomer: true })
  })

  it('waits no longer once the customer has deleted the message, and again when the reply has failed', async () => {
    const conversations = sqliteConversations(store.database)
    await add('one', 'incoming', 1)
    await add('reply', 'outgoing', 2)
    await add('two', 'incoming', 3)
    await conversations.append({ kind: 'deleted', messageId: 'two' })
    expect(await getState()).toEqual({ waits: null, last: 'reply', fromCustomer: false })
    await conversations.append({ kind: 'status', messageId: 'reply', status: 'failed' })
    expect(await getState()).toEqual({ waits: '12:01', last: 'one', fromCustomer: true })
    await conversations.append({ kind: 'deleted', messageId: 'one' })
    expect(await getState()).toBeUndefined()
  })

  it('shows an edited text, in one line of 200 characters', async () => {
    await add('one', 'incoming', 1)
    await add('one', 'incoming', 2, { edited: true, text: `Two\nlines ${'x'.repeat(300)}` })
    expect(await getState()).toEqual({ waits: '12:01', last: `Two lines ${'x'.repeat(190)}`, fromCustomer: true })
  })

  it('takes a reply under its own id once the vendor has named it', async () => {
    await add('one', 'incoming', 1)
    await add('request', 'outgoing', 2)
    const update = { kind: 'status', messageId: 'reply', requestId: 'request', status: 'failed' } as const
    await sqliteConversations(store.database).append(update)
    expect(await getState()).toEqual({ waits: '12:01', last: 'one', fromCustomer: true })
  })

  it('is the same when it is computed from the messages of an older version', async () => {
    await add('one', 'incoming', 1)
    await add('two', 'outgoing', 2)
    await add('three', 'incoming', 3, { text: 'Three\nlines' })
    await add('four', 'outgoing', 4, { status: 'failed' })
    await add('five', 'incoming', 5, { deleted: true })
    const known = await getState()
    const { database } = store
    await database.delete(chatStates)
    await database.update(messages).set({ direction: null, channelId: null, counts: false })
    for (const statement of fillChatStates.split(';')) if (statement.trim()) await database.run(statement)
    expect(await getState()).toEqual(known)
    expect(known).toEqual({ waits: '12:03', last: 'Three lines', fromCustomer: true })
  })

  it('is forgotten with its messages', async () => {
    await add('one', 'incoming', 1)
    await sqliteConversations(store.database).deleteContact({ chats: [chat] })
    expect(await getState()).toBeUndefined()
  })
})
