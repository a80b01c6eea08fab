import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ChatClient, createChat } from '@crm-chat/core'
import { createChatProxy, wazzupV3 } from '@crm-chat/proxy'
import { toNode } from '@crm-chat/proxy/node'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { createSandbox } from 'crm-chat-sandbox'
import { expect, onTestFinished, test } from 'vitest'
import { channelQuery, channelsQuery } from '../../packages/react/src/query/channelsQuery.ts'
import { joinInvalidation } from '../../packages/react/src/query/joinInvalidation.ts'
import { templatesQuery } from '../../packages/react/src/query/templatesQuery.ts'

/** A sandbox, a CRM's server with the proxy in front of it, and a page's client. */
async function open(): Promise<{ chat: ChatClient; control: (path: string, body: object) => Promise<void> }> {
  const sandbox = await createSandbox({ port: 0, limit: false })
  onTestFinished(sandbox.close)
  let handle: RequestListener = () => undefined
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // A TCP server's address is no string.
  const proxy = createChatProxy({
    backend: wazzupV3({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
    identify: () => ({ id: '7', name: 'Ann' }),
    webhooks: { secret: 'a-secret-of-the-tests-1', publicUrl: url, recipients: () => 'everyone' },
  })
  handle = toNode(proxy)
  await proxy.registerWebhooks()
  const chat = createChat({ endpoint: `${url}/chat`, userId: '7' })
  onTestFinished(async () => {
    chat.close()
    await proxy.close()
    server.closeAllConnections()
    server.close()
  })
  const control = async (path: string, body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    expect(response.ok, path).toBe(true)
  }
  return { chat, control }
}

test('reads channels and templates of a vendor, and reads them again after its webhook', async () => {
  const { chat, control } = await open()
  const queryClient = new QueryClient()
  const observer = new QueryObserver(queryClient, channelsQuery(chat))
  onTestFinished(observer.subscribe(() => undefined))
  onTestFinished(joinInvalidation({ chat, queryClient }))
  const stateOf = (id: string) => observer.getCurrentResult().data?.find((channel) => channel.id === id)?.state
  await expect.poll(() => observer.getCurrentResult().data?.length).toBeGreaterThan(0)
  const first = observer.getCurrentResult().data?.find(({ state }) => state === 'active')
  const channelId = first?.id ?? ''
  expect(await queryClient.fetchQuery(channelQuery(chat, { channelId }))).toEqual(first)
  expect((await queryClient.fetchQuery(templatesQuery(chat))).length).toBeGreaterThan(0)
  await expect.poll(() => chat.unanswered.getState().status).toBe('live')

  await control(`/channels/${channelId}/state`, { state: 'blocked' })
  await expect.poll(() => stateOf(channelId)).toBe('off')
  expect(queryClient.getQueryState(templatesQuery(chat).queryKey)?.isInvalidated).toBe(true)
})

test('gives the reason of the proxy for a channel that it does not know', async () => {
  const { chat } = await open()
  const unknown = new QueryClient().fetchQuery(channelQuery(chat, { channelId: 'no such/channel' }))
  await expect(unknown).rejects.toMatchObject({ name: 'ChatError', code: 'not_found', retryable: false })
})
