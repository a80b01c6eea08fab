import { afterEach, describe, expect, it } from 'vitest'
import { ann, kate } from '../../test/backends/people.ts'
import { createHookedBackend } from '../../test/createHookedBackend.ts'
import { createLog } from '../../test/createLog.ts'
import { crmUrl, get, pageHeaders } from '../../test/requests.ts'
import type { BackendMessages } from '../backend.ts'
import { toConversationId } from '../conversations/conversationIds.ts'
import type { ConversationStore } from '../conversations/conversationStore.ts'
import { memoryConversations } from '../conversations/memoryConversations.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'

const proxies: ChatProxy[] = []
afterEach(async () => {
  await Promise.all(proxies.splice(0).map((chat) => chat.close()))
})

function start({
  messages = {},
  conversations = memoryConversations(),
}: {
  messages?: Partial<BackendMessages>
  conversations?: ConversationStore
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
  }
  const chat = createChatProxy({
    backend,
    identify: () => kate,
    authorizeChats: () => true,
    authorizeRecipient: () => true,
    conversations,
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

  it('nothing of a message that the vendor refused, or that went to a user name', async () => {
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
    expect((await conversations.findMedia('r1'))?.url).toBe('https://crm.example.com/a.png')
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
