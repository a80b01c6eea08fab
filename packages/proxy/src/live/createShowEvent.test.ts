import { eventSchemas } from '@crm-chat/protocol'
import { describe, expect, it } from 'vitest'
import { createHookedBackend } from '../../test/createHookedBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { followEvents } from '../../test/followEvents.ts'
import { startReceiver, v3Message } from '../../test/startReceiver.ts'
import type { BackendWebhooks } from '../backend.ts'
import { wazzupV3 } from '../backends/wazzup-v3/backend.ts'
import { memoryConversations } from '../conversations/memoryConversations.ts'
import type { AuthorizeChatsHook } from '../hooks.ts'
import type { ChatUser } from '../identity/chatUser.ts'

const users: Record<string, ChatUser> = {
  ann: { id: '1', name: 'Ann' },
  bob: { id: '2', name: 'Bob' },
  root: { id: '3', name: 'Root', roles: ['admin'] },
}
const identify = (request: Request): ChatUser | null => users[request.headers.get('cookie') ?? ''] ?? null

/** Starts a receiver whose pages are those of Ann, Bob and an administrator. */
async function setUp(options: Parameters<typeof startReceiver>[0] = {}) {
  const receiver = await startReceiver({ identify, conversations: memoryConversations(), ...options })
  const follow = (cookie: string) => followEvents({ url: receiver.url, cookie })
  return { ...receiver, ann: await follow('ann'), bob: await follow('bob'), root: await follow('root') }
}

const toAnn: AuthorizeChatsHook = ({ user, chats }) => user.id === '1' && chats[0]?.chatId === '79990000001'

describe('an event of a chat', () => {
  it('reaches the pages of users whom the CRM allows to open it', async () => {
    const { send, ann, bob, root } = await setUp({ authorizeChats: toAnn })
    await send({ messages: [v3Message('m1')] })
    await send({ messages: [v3Message('n1', { chatId: '79990000002' })] })
    await send({ statuses: [{ messageId: 'm1', status: 'read' }] })
    await eventually(() => expect(ann.list('status')).toEqual([{ messageId: 'm1', status: 'read' }]))
    expect(ann.list('message')).toMatchObject([
      { id: 'm1', text: 'Text of m1', conversationId: 'whatsapp~79990000001' },
    ])
    expect(eventSchemas.message.parse(ann.list('message')[0])).toEqual(ann.list('message')[0])
    for (const page of [bob, root]) expect([...page.list('message'), ...page.list('status')]).toEqual([])
  })

  it('that is a failure comes with a sentence for people, and without one where the backend has none', async () => {
    let isBroken = false
    const explain: BackendWebhooks['explain'] = (event) => {
      if (isBroken) throw new Error('no table')
      return wazzupV3({ apiKey: 'key' }).webhooks?.explain?.(event)
    }
    const { webhooks, ...backend } = createHookedBackend()
    const { send, ann, log } = await setUp({
      backend: { ...backend, webhooks: { ...webhooks, explain } },
      authorizeChats: toAnn,
    })
    const failed = (messageId: string): object => ({ messageId, status: 'error', error: { error: 'SPAM' } })
    await send({ messages: ['m1', 'm2'].map((id) => v3Message(id, { isEcho: true, status: 'sent' })) })
    await send({ statuses: [failed('m1')] })
    await eventually(() => expect(ann.list('status')).toHaveLength(1))
    isBroken = true
    await send({ statuses: [failed('m2')] })
    await eventually(() => expect(ann.list('status')).toHaveLength(2))
    expect(ann.list('status')).toEqual([
      { messageId: 'm1', status: 'failed', code: 'SPAM', explanation: expect.stringMatching(/^[A-Z].{10,160}\.$/) },
      { messageId: 'm2', status: 'failed', code: 'SPAM' },
    ])
    expect(log.lines).toMatchObject([{ fields: { reason: 'Error: no table' } }])
  })

  it('reaches nobody where the CRM cannot be asked', async () => {
    const { send, ann, log } = await setUp()
    await send({ messages: [v3Message('m1')] })
    await send({ channelsUpdates: [{ channelId: 'c-1', state: 'active' }] })
    await eventually(() => expect(ann.list('channel')).toHaveLength(1))
    expect(ann.list('message')).toEqual([])
    expect(log.lines).toEqual([])
  })

  it('reaches nobody whom the CRM fails to decide about, and asks again with the next one', async () => {
    let isBroken = true
    const authorizeChats: AuthorizeChatsHook = (parameters) => {
      if (isBroken) throw new Error('no database')
      return toAnn(parameters)
    }
    const { send, ann, log } = await setUp({ authorizeChats })
    await send({ messages: [v3Message('m1')] })
    await eventually(() => expect(log.lines).toMatchObject([{ fields: { reason: 'Error: no database' } }]))
    isBroken = false
    await send({ messages: [v3Message('m2')] })
    await eventually(() => expect(ann.list('message')).toMatchObject([{ id: 'm2' }]))
  })

  it('that is allowed by anything but true is not', async () => {
    const authorizeChats = (({ user }) => (user.id === '1' ? true : 'yes')) as AuthorizeChatsHook
    const { send, ann, bob } = await setUp({ authorizeChats })
    await send({ messages: [v3Message('m1')] })
    await send({ channelsUpdates: [{ channelId: 'c-1', state: 'active' }] })
    await eventually(() => expect(bob.list('channel')).toHaveLength(1))
    await eventually(() => expect(ann.list('message')).toHaveLength(1))
    expect(bob.list('message')).toEqual([])
  })

  it('brings a message as it is after an edit, a reaction and a deletion', async () => {
    const { send, ann } = await setUp({ authorizeChats: toAnn })
    await send({ messages: [v3Message('m1', { type: 'image', contentUri: 'https://vendor.example/a.png' })] })
    await send({
      messages: [v3Message('m1', { isEdited: true, text: 'Better', dateTime: '2030-01-01T00:01:00.000Z' })],
    })
    await send({ messages: [v3Message('m1', { isDeleted: true })] })
    await eventually(() => expect(ann.list('message')).toHaveLength(3))
    expect(ann.list('message')).toMatchObject([
      { text: 'Text of m1', file: { mediaId: 'm1' } },
      { text: 'Better', edited: true, at: '2030-01-01T00:00:00.000Z' },
      { deleted: true },
    ])
    expect(JSON.stringify(ann.list('message'))).not.toContain('vendor.example')
    expect(ann.list('message')[2]).not.toHaveProperty('text')
  })

  it('brings no status that is older than the one shown', async () => {
    const { send, ann } = await setUp({ authorizeChats: toAnn })
    await send({ messages: [v3Message('m1', { isEcho: true, status: 'sent' })] })
    for (const status of ['read', 'delivered']) await send({ statuses: [{ messageId: 'm1', status }] })
    await send({ messages: [v3Message('m2')] })
    await eventually(() => expect(ann.list('message')).toHaveLength(2))
    expect(ann.list('status')).toEqual([{ messageId: 'm1', status: 'read' }])
  })

  it('needs no store, and then names no file', async () => {
    const { chat, url, send } = await startReceiver({ identify, authorizeChats: toAnn })
    const ann = await followEvents({ url, cookie: 'ann' })
    await send({ messages: [v3Message('m1', { type: 'image', contentUri: 'https://vendor.example/a.png' })] })
    await send({ statuses: [{ messageId: 'm1', status: 'read' }] })
    await eventually(() => expect(ann.list('status')).toHaveLength(1))
    expect(ann.list('message')).toMatchObject([{ id: 'm1', type: 'image' }])
    expect(ann.list('message')[0]).not.toHaveProperty('file')
    expect(chat.health().streams).toBe(1)
  })

  it('keeps its order however long the CRM takes', async () => {
    const waiting: ((isAllowed: boolean) => void)[] = []
    const authorizeChats: AuthorizeChatsHook = ({ user }) =>
      user.id === '1' ? new Promise((resolve) => waiting.push(resolve)) : false
    const { send, ann } = await setUp({ authorizeChats })
    const ids = ['m1', 'm2', 'm3', 'm4', 'm5']
    for (const id of ids.slice(0, 4)) await send({ messages: [v3Message(id)] })
    expect(waiting).toHaveLength(1)
    waiting[0]?.(true)
    await send({ messages: [v3Message('m5')] })
    await eventually(() => expect(ann.list('message')).toHaveLength(5))
    expect(ann.list('message')).toMatchObject(ids.map((id) => ({ id })))
    expect(waiting).toHaveLength(1)
  })
})

describe('recipients', () => {
  it('are asked in place of authorizeChats, which is asked where they do not say', async () => {
    let asked = 0
    const { send, ann, bob, root } = await setUp({
      authorizeChats: (parameters) => {
        asked += 1
        return toAnn(parameters)
      },
      webhooks: {
        recipients: async (event) => {
          if (event.kind !== 'message') return []
          const { text } = event.message
          return text === 'to bob' ? [2] : text === 'to all' ? 'everyone' : undefined
        },
      },
    })
    await send({ messages: [v3Message('m1', { text: 'to bob' })] })
    await send({ messages: [v3Message('m2', { text: 'to all' })] })
    expect(asked).toBe(0)
    await send({ messages: [v3Message('m3')] })
    await eventually(() => expect(ann.list('message')).toMatchObject([{ id: 'm2' }, { id: 'm3' }]))
    await eventually(() => expect(bob.list('message')).toMatchObject([{ id: 'm1' }, { id: 'm2' }]))
    await eventually(() => expect(root.list('message')).toMatchObject([{ id: 'm2' }]))
  })

  it('that cannot be found out are nobody', async () => {
    const recipients = async (): Promise<'everyone'> => {
      throw new Error('no database')
    }
    const { send, ann, log } = await setUp({ authorizeChats: () => true, webhooks: { recipients } })
    expect((await send({ messages: [v3Message('m1')] })).status).toBe(200)
    await eventually(() => expect(log.lines).toMatchObject([{ fields: { reason: 'Error: no database' } }]))
    expect(ann.list('message')).toEqual([])
  })
})

describe('events of the account', () => {
  it('reach everyone, but for a QR code and an export, which are for administrators', async () => {
    const { send, ann, root } = await setUp({ backend: createHookedBackend() })
    const qr = 'data:image/png;base64,AAAA'
    await send({ channelsUpdates: [{ channelId: 'c-1', state: 'qr', timestamp: 1, qr }] })
    await send({ channelsUpdates: [{ channelId: 'c-1', state: 'qr', timestamp: 2, qr: 'https://vendor.example/qr' }] })
    await send({ channelsUpdates: [{ channelId: 'c-1', state: 'active', timestamp: 3 }] })
    await send({ channelsUpdates: [{ channelId: 'c-1', state: 'not_enough_money', timestamp: 4 }] })
    await eventually(() => expect(root.list('channel')).toHaveLength(4))
    const channel = { id: 'c-1', transport: 'unknown' }
    const connecting = { ...channel, state: 'connecting', reason: 'qr' }
    const forAll = [
      { channel: { ...channel, state: 'active' } },
      { channel: { ...channel, state: 'off', reason: 'notenoughmoney' } },
    ]
    await eventually(() => expect(ann.list('channel')).toEqual(forAll))
    expect(root.list('channel')).toEqual([{ channel: connecting, qr }, { channel: connecting }, ...forAll])
    for (const data of root.list('channel')) expect(eventSchemas.channel.parse(data)).toEqual(data)
  })

  it('go to the roles that the CRM names', async () => {
    const { send, ann, root } = await setUp({ adminRoles: ['owner'], identify: (request) => ownerIsAnn(request) })
    const qr = 'data:image/png;base64,AAAA'
    await send({ channelsUpdates: [{ channelId: 'c-1', state: 'qr', timestamp: 1, qr }] })
    await eventually(() => expect(ann.list('channel')).toHaveLength(1))
    await send({ channelsUpdates: [{ channelId: 'c-1', state: 'active', timestamp: 2 }] })
    await eventually(() => expect(root.list('channel')).toHaveLength(1))
    expect(JSON.stringify(root.list('channel'))).not.toContain(qr)
  })
})

function ownerIsAnn(request: Request): ChatUser | null {
  const user = identify(request)
  return user?.id === '1' ? { ...user, roles: ['owner'] } : user
}
