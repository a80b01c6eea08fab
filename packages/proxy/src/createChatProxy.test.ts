import { errorBodySchema, sessionSchema, unansweredSchema, windowLinkSchema } from '@crm-chat/protocol'
import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { identifyByCookie } from '../test/identifyByCookie.ts'
import { get, post } from '../test/requests.ts'
import { wazzupV2 } from './backends/wazzup-v2/backend.ts'
import { type ChatProxy, createChatProxy } from './createChatProxy.ts'

const chat = { chatType: 'whatsapp', chatId: '79998887766' } as const

let sandbox: Sandbox
let proxy: ChatProxy

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 })
  proxy = createChatProxy({
    backend: wazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
    identify: identifyByCookie,
    authorizeChats: ({ user }) => user.id === '1',
    limits: { firstValueTimeoutMs: 20_000 }, // A busy machine takes longer than a page should wait.
  })
})

beforeEach(() => sandbox.reset())

afterAll(async () => {
  await proxy.close()
  await sandbox.close()
})

describe('over the real vendor’s API', () => {
  it('reports the user and what the proxy offers', async () => {
    const session = sessionSchema.parse(await (await proxy.fetch(get('/chat/session'))).json())
    expect(session).toMatchObject({ user: { id: '1', name: 'Ann Lee' }, vendor: 'wazzup-v2' })
    expect(session.chatTypes).toEqual(['whatsapp', 'instagram', 'telegram', 'vk'])
    expect(session.capabilities).toEqual(['window', 'cardWindow', 'unanswered', 'events', 'channels', 'messages'])
  })

  it('mints a link to the chats page, with its end', async () => {
    const response = await proxy.fetch(post('/chat/window', { scope: 'card', chats: [{ ...chat, name: 'Ivan' }] }))
    const link = windowLinkSchema.parse(await response.json())
    expect(link.origin).toBe(sandbox.url)
    expect(Date.parse(link.expiresAt ?? '')).toBeGreaterThan(Date.now())
  })

  it('counts unanswered chats', async () => {
    await proxy.saveContacts([{ id: 'c1', name: 'Ivan', responsibleUserId: '1', chats: [chat] }])
    await sandbox.simulate.message({ ...chat, text: 'Is it ready?' })
    const unanswered = unansweredSchema.parse(await (await proxy.fetch(get('/chat/unanswered'))).json())
    expect(unanswered).toMatchObject({ status: 'live', count: 1, tone: 'red' })
  })

  it('explains a phone number that the vendor cannot take', async () => {
    const plus = { ...chat, chatId: '+79998887766' }
    const response = await proxy.fetch(post('/chat/window', { scope: 'card', chats: [plus] }))
    const { error } = errorBodySchema.parse(await response.json())
    expect(error).toMatchObject({ code: 'invalid_request', retryable: false })
    expect(error.message).toMatch(/chats\.0: chatId: .*digits only/)
  })
})
