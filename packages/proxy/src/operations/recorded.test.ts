import { afterEach, describe, expect, it } from 'vitest'
import { ann, kate } from '../../test/backends/people.ts'
import { createHookedBackend } from '../../test/createHookedBackend.ts'
import { createLog } from '../../test/createLog.ts'
import { eventually } from '../../test/eventually.ts'
import { followEvents } from '../../test/followEvents.ts'
import { crmUrl, get, pageHeaders } from '../../test/requests.ts'
import { startReceiver, v3Message } from '../../test/startReceiver.ts'
import type { BackendMedia, BackendMessages } from '../backend.ts'
import { toConversationId } from '../conversations/conversationIds.ts'
import type { ConversationStore } from '../conversations/conversationStore.ts'
import { memoryConversations } from '../conversations/memoryConversations.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import type { FileStore } from '../files/fileStore.ts'
import type { AuthorizeChatsHook } from '../hooks.ts'

const proxies: ChatProxy[] = []
afterEach(async () => {
  await Promise.all(proxies.splice(0).map((chat) => chat.close()))
})

function start({
  messages = {},
  conversations = memoryConversations(),
  files,
  media,
  authorizeChats = () => true,
}: {
  messages?: Partial<BackendMessages>
  conversations?: ConversationStore
  files?: FileStore
  media?: BackendMedia
  authorizeChats?: AuthorizeChatsHook
} = {}) {
  const log = createLog()
  const done: string[] = []
  const backend = {
    ...createHookedBackend(),
    messages: {
      send: async () => ({ messageId: 'r1' }),
      edit: async ({ messageId }) => void done.push(`edit ${messageId}`),
      delete: async ({ messageId }) => void done.push(`delete ${messageId}`),
      ...messages,
    } satisfies BackendMessages,
    ...(media && { media }),
  }
  const chat = createChatProxy({
    backend,
    identify: () => kate,
    authorizeChats,
    authorizeRecipient: () => true,
    conversations,
    ...(files && { files }),
    logger: log,
  })
  proxies.push(chat)
  const request = async (route: string, body?: unknown) => {
    const [method = '', path = ''] = route.split(' ')
    const headers = { ...pageHeaders, origin: crmUrl, 'content-type': 'application/json', 'x-crm-chat': '1' }
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    return chat.fetch(new Request(`${crmUrl}/chat${path}`, init))
  }
  const list = async () => {
    const response = await chat.fetch(get(`/chat/conversations/${toConversationId(ann)}/messages`))
    return ((await response.json()) as { messages: unknown[] }).messages
  }
  return { chat, request, list, conversations, log, done }
}

describe('the history has what was sent, whatever the vendor’s webhooks tell', () => {
  it('a text, by its author, until the vendor says more', async () => {
    const { request, list } = start()
    const response = await request('POST /messages', { channelId: 'c1', to: ann, text: 'Hello', quotedMessageId: 'm0' })
    expect(response.status).toBe(202)
    expect(await list()).toEqual([
      {
        id: 'r1',
        chat: ann,
        conversationId: toConversationId(ann),
        channelId: 'c1',
        direction: 'outgoing',
        type: 'text',
        text: 'Hello',
        status: 'pending',
        author: { id: kate.id, name: kate.name },
        quotedMessageId: 'm0',
        at: expect.stringMatching(/Z$/),
      },
    ])
  })

  it.each([
    [{ fileUrl: 'https://crm.example.com/a.PNG?x=1' }, 'image'],
    [{ fileUrl: 'https://crm.example.com/a.mp4' }, 'video'],
    [{ fileUrl: 'https://crm.example.com/a.ogg' }, 'audio'],
    [{ fileUrl: 'https://crm.example.com/a' }, 'document'],
    [{ template: { id: 't1' } }, 'template'],
    [{ text: 'Yes?', keyboard: { type: 'buttons', buttons: [{ text: 'Yes' }] } }, 'interactive'],
  ])('%j as %s', async (content, type) => {
    const { request, list } = start()
    await request('POST /messages', { to: ann, ...content })
    expect(await list()).toMatchObject([{ type, ...(type === 'image' ? { file: { mediaId: 'r1' } } : {}) }])
  })

  it('the caption of a file as its text, where the vendor has captions', async () => {
    const fileUrl = 'https://crm.example.com/a.png'
    const { request, list } = start({ messages: { takesCaptions: true } })
    await request('POST /messages', { to: ann, fileUrl, caption: 'The lamp' })
    expect(await list()).toMatchObject([{ type: 'image', text: 'The lamp' }])
    const other = start()
    const refused = await other.request('POST /messages', { to: ann, fileUrl, caption: 'The lamp' })
    expect(await refused.json()).toMatchObject({
      error: { code: 'invalid_request', message: 'caption: With this vendor, a file and a text are two messages.' },
    })
    expect(await other.list()).toEqual([])
  })

  it('a message to a user name, where the vendor says which chat that is', async () => {
    const chat = { chatType: 'telegram', chatId: '4242' }
    const { request, conversations } = start({ messages: { send: async () => ({ messageId: 'r1', chatId: '4242' }) } })
    const response = await request('POST /messages', { to: { chatType: 'telegram', username: 'ann' }, text: 'Hi' })
    expect(await response.json()).toEqual({ messageId: 'r1' })
    expect(await conversations.find('r1')).toMatchObject({
      chat,
      text: 'Hi',
      status: 'pending',
      author: { id: kate.id },
    })
  })

  it('nothing of a message that the vendor refused, or that went to a user name of which it says no more', async () => {
    const { request, list } = start({ messages: { send: () => Promise.reject(new Error('no')) } })
    expect((await request('POST /messages', { to: ann, text: 'Hello' })).ok).toBe(false)
    expect(await list()).toEqual([])
    const other = start()
    expect(
      (await other.request('POST /messages', { to: { chatType: 'telegram', username: 'ann' }, text: 'Hi' })).status,
    ).toBe(202)
    expect(await other.list()).toEqual([])
  })

  it('a message is changed and deleted under the id of its request, by the vendor’s own id', async () => {
    const { request, list, conversations, done } = start()
    await request('POST /messages', { to: ann, text: 'Helo' })
    await conversations.append({ kind: 'status', messageId: 'm1', requestId: 'r1', status: 'sent' })
    expect((await request('PATCH /messages/r1', { text: 'Hello' })).ok).toBe(true)
    expect(await list()).toMatchObject([
      { id: 'm1', text: 'Hello', edited: true, status: 'sent', author: { id: kate.id } },
    ])
    expect((await request('DELETE /messages/r1')).ok).toBe(true)
    expect(done).toEqual(['edit m1', 'delete m1'])
    const [message] = await list()
    expect(message).toMatchObject({ id: 'm1', deleted: true })
    expect(message).not.toHaveProperty('text')
  })

  it('a new text leaves a message its file', async () => {
    const { request, list, conversations } = start()
    await request('POST /messages', { to: ann, fileUrl: 'https://crm.example.com/a.png' })
    await request('PATCH /messages/r1', { text: 'The bicycle' })
    expect(await list()).toMatchObject([{ type: 'image', file: { mediaId: 'r1' }, text: 'The bicycle' }])
    expect((await conversations.findMedia('r1'))?.url).toBe('own-file:https://crm.example.com/a.png')
  })

  it('a file that a user sent is read from the CRM’s own store, and its link is fetched by nobody', async () => {
    const asked: string[] = []
    const bytes = new TextEncoder().encode('GIF89a')
    const files: FileStore = {
      storeFile: async () => ({ url: 'https://crm.example.com/files/1', expiresAt: null }),
      readFile: async (url) => {
        asked.push(url)
        return url.endsWith('/files/1') ? { bytes, name: 'a.gif', mimeType: 'image/gif' } : undefined
      },
    }
    const opened: unknown[] = []
    const open = async ({ url }: { url?: string | undefined }) => {
      opened.push(url)
      return { body: new Blob(['internal']).stream(), mimeType: 'text/plain', size: 8, name: undefined }
    }
    const { request, chat, conversations } = start({ files, media: { open } })
    await request('POST /messages', { to: ann, fileUrl: 'https://crm.example.com/files/1' })
    const file = await chat.fetch(get('/chat/media/r1'))
    expect([file.status, file.headers.get('content-type'), await file.text()]).toEqual([200, 'image/gif', 'GIF89a'])
    await request('PATCH /messages/r1', { fileUrl: 'http://169.254.169.254/internal' })
    expect((await chat.fetch(get('/chat/media/r1'))).status).toBe(404)
    expect(asked).toEqual(['https://crm.example.com/files/1', 'http://169.254.169.254/internal'])
    expect(opened).toEqual([])
    await conversations.append({
      kind: 'message',
      fileUrl: 'https://store.vendor.example/a',
      message: {
        id: 'r1',
        chat: ann,
        conversationId: toConversationId(ann),
        direction: 'outgoing',
        type: 'image',
        file: { mediaId: 'r1' },
        edited: true,
        at: new Date(Date.now() + 60_000).toISOString(),
      },
    })
    expect((await chat.fetch(get('/chat/media/r1'))).status).toBe(200)
    expect(opened).toEqual(['https://store.vendor.example/a'])
  })

  it('a message that the store does not take was sent all the same, and the log says so', async () => {
    const conversations = { ...memoryConversations(), append: () => Promise.reject(new Error('The disk is full.')) }
    const { request, log } = start({ conversations })
    const response = await request('POST /messages', { to: ann, text: 'Hello' })
    expect(response.status).toBe(202)
    expect(await response.json()).toEqual({ messageId: 'r1' })
    expect(JSON.stringify(log.lines)).toContain('the store did not take a message')
  })
})

describe('pages see what was sent', () => {
  async function play(options: Partial<Parameters<typeof startReceiver>[0]>) {
    const messages: BackendMessages = { send: async () => ({ messageId: 'm-1' }) }
    const { url, send } = await startReceiver({
      backend: { ...createHookedBackend(), messages },
      authorizeChats: ({ user }) => user.id === '1',
      conversations: memoryConversations(),
      ...options,
    })
    const own = await followEvents({ url, cookie: 'session=ann' })
    const other = await followEvents({ url, cookie: 'session=bob' })
    const response = await fetch(`${url}/chat/messages`, {
      method: 'POST',
      headers: { cookie: 'session=ann', 'content-type': 'application/json', 'x-crm-chat': '1', origin: url },
      body: JSON.stringify({ to: ann, text: 'Secret' }),
    })
    expect(response.status).toBe(202)
    await send({ channelsUpdates: [{ channelId: 'c-1', state: 'active' }] }) // For both, and later.
    await eventually(() => expect([own.list('channel'), other.list('channel')]).toMatchObject([[{}], [{}]]))
    return { own, other }
  }

  it('where the CRM allows them the chat, and nobody else does', async () => {
    const { own, other } = await play({})
    await eventually(() => expect(own.list('message')).toMatchObject([{ text: 'Secret', direction: 'outgoing' }]))
    expect(other.list('message')).toEqual([])
  })

  it('where the CRM names them', async () => {
    const asked: unknown[] = []
    const recipients = (event: object) => {
      asked.push(event)
      return 'message' in event ? ['2'] : undefined
    }
    const { own, other } = await play({ authorizeChats: () => true, webhooks: { recipients } })
    await eventually(() => expect(other.list('message')).toMatchObject([{ text: 'Secret' }]))
    expect(own.list('message')).toEqual([])
    expect(asked).toMatchObject([{ kind: 'message', message: { text: 'Secret', chat: ann } }])
  })

  it('and its author learns what became of it, also where the number is nobody’s chat and the vendor names no author', async () => {
    const messages: BackendMessages = { send: async () => ({ messageId: 'm-1' }) }
    const { url, send } = await startReceiver({
      backend: { ...createHookedBackend(), messages },
      authorizeChats: () => false,
      authorizeRecipient: () => true,
      conversations: memoryConversations(),
    })
    const own = await followEvents({ url, cookie: 'session=ann' })
    const other = await followEvents({ url, cookie: 'session=bob' })
    const response = await fetch(`${url}/chat/messages`, {
      method: 'POST',
      headers: { cookie: 'session=ann', 'content-type': 'application/json', 'x-crm-chat': '1', origin: url },
      body: JSON.stringify({ to: { chatType: 'whatsapp', phone: '4930901820' }, text: 'Hello' }),
    })
    expect(response.status).toBe(202)
    const echo = { chatId: '4930901820', isEcho: true, status: 'sent', authorName: 'The shop' }
    await send({ messages: [v3Message('m-1', echo)] })
    await send({ statuses: [{ messageId: 'm-1', status: 'error', error: { error: 'BAD_CONTACT' } }] })
    await send({ messages: [v3Message('m-2', { ...echo, authorName: 'Somebody' })] })
    await send({ statuses: [{ messageId: 'm-2', status: 'read' }] })
    await send({ channelsUpdates: [{ channelId: 'c-1', state: 'active' }] }) // For both, and later.
    await eventually(() => expect([own.list('channel'), other.list('channel')]).toMatchObject([[{}], [{}]]))
    expect(own.list('status')).toMatchObject([{ messageId: 'm-1', status: 'failed', code: 'BAD_CONTACT' }])
    expect([...own.list('message'), ...other.list('message'), ...other.list('status')]).toEqual([])
  })
})

it('tells the CRM whether a request reads a chat or writes to it', async () => {
  const conversations = memoryConversations()
  await start({ conversations }).request('POST /messages', { channelId: 'c1', to: ann, text: 'Hello' })
  const { request, list } = start({ conversations, authorizeChats: ({ access }) => access === 'read' })
  expect((await request('POST /messages', { channelId: 'c1', to: ann, text: 'Again' })).status).toBe(403)
  expect(await list()).toMatchObject([{ text: 'Hello' }])
})

it.each(['PATCH', 'DELETE'])('counts %s of a message as writing', async (method) => {
  const conversations = memoryConversations()
  await start({ conversations }).request('POST /messages', { channelId: 'c1', to: ann, text: 'Hello' })
  const { request, done } = start({ conversations, authorizeChats: ({ access }) => access === 'read' })
  const body = method === 'PATCH' ? { text: 'Hi' } : undefined
  expect((await request(`${method} /messages/r1`, body)).status).toBe(403)
  expect(done).toEqual([])
})
