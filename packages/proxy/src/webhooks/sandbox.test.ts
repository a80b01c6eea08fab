import { createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import { createSandbox } from 'crm-chat-sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { followEvents } from '../../test/followEvents.ts'
import { startServer } from '../../test/startServer.ts'
import { wazzupV2 } from '../backends/wazzup-v2/backend.ts'
import { memoryConversations } from '../conversations/memoryConversations.ts'
import { createChatProxy } from '../createChatProxy.ts'
import { toNode } from '../node/toNode.ts'

const secret = 'a-secret-of-the-tests-1'
const chat = { chatType: 'whatsapp', chatId: '79998887766' } as const

it('the vendor registers the address, sends a message and the reply to it, and repeats them without effect', async () => {
  const sandbox = await createSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const client = createWazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url })
  const conversations = memoryConversations()
  const events: ChatEvent[] = []
  const server = await startServer((request, response) => toNode(proxy)(request, response))
  const proxy = createChatProxy({
    backend: wazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
    identify: () => ({ id: '1', name: 'Ann' }),
    authorizeChats: () => true,
    conversations,
    webhooks: { secret, publicUrl: server.url, onEvent: (event) => void events.push(event) },
  })
  onTestFinished(async () => {
    await proxy.close()
    await server.close()
  })
  await proxy.registerWebhooks()
  expect(await client.fetchWebhooks()).toMatchObject({ webhooksUrl: `${server.url}/chat/webhooks/${secret}` })
  expect(events).toEqual([])

  const page = await followEvents({ url: server.url, cookie: 'any' })
  const { messageId } = await sandbox.simulate.message({ ...chat, text: 'Is it still there?' })
  await sandbox.simulate.reply({ ...chat, text: 'It is.' })
  const conversationId = 'whatsapp~79998887766'
  await eventually(async () => {
    const { messages } = await conversations.page({ conversationId, limit: 10 })
    expect(messages.slice(-2)).toMatchObject([
      { id: messageId, direction: 'incoming', text: 'Is it still there?' },
      { direction: 'outgoing', text: 'It is.' },
    ])
  })
  await eventually(() => expect(page.list('message')).toHaveLength(2))

  const before = await conversations.page({ conversationId, limit: 10 })
  const replayed = await fetch(`${sandbox.url}/_sandbox/webhooks/replay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(replayed.status).toBe(200)
  await eventually(async () => {
    const response = await fetch(`${sandbox.url}/_sandbox/webhooks`)
    const { deliveries } = (await response.json()) as {
      deliveries: { replayOf?: string; attempts: { status?: number }[] }[]
    }
    const repeats = deliveries.filter(({ replayOf }) => replayOf !== undefined)
    expect(repeats.length).toBeGreaterThanOrEqual(2)
    expect(repeats.every(({ attempts }) => attempts[0]?.status === 200)).toBe(true)
  })
  expect(events.filter(({ kind }) => kind === 'message')).toHaveLength(2)
  expect(await conversations.page({ conversationId, limit: 10 })).toEqual(before)
})
