import { type Backend, createChatProxy, wazzupV2 } from '@crm-chat/proxy'
import { toHono } from '@crm-chat/proxy/hono'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { createHops } from './createHops.ts'
import { toShownPath } from './toShownPath.ts'

const key = 'key-that-nobody-may-see'

function createApp() {
  const sent: string[] = []
  const hops = createHops({
    now: () => 1_000,
    fetch: async (input) => {
      sent.push(String(input))
      return Response.json([])
    },
  })
  const backend: Backend = wazzupV2({ apiKey: key, baseUrl: 'http://vendor.test', fetch: hops.fetch })
  const chat = createChatProxy({
    backend,
    identify: () => {
      hops.noteUser('ann')
      return { id: 'ann', name: 'Ann Reyes' }
    },
    authorizeChats: () => true,
    ensureUser: false,
    tracing: hops.tracer,
  })
  return { hops, sent, app: new Hono().use('/chat/*', hops.middleware).all('/chat/*', toHono(chat)) }
}

it('keeps the hops of a request from the browser to the vendor, by the id of its response', async () => {
  const { app, hops, sent } = createApp()
  const response = await app.request('/chat/channels?secret=1')
  expect(response.status).toBe(200)
  expect(sent).toHaveLength(1)
  const [kept] = hops.list()
  expect(kept).toMatchObject({
    requestId: response.headers.get('x-request-id'),
    operation: 'channels',
    code: 'ok',
    userId: 'ann',
  })
  expect(kept?.hops.map(({ kind, method, path, status }) => [kind, method, path, status])).toEqual([
    ['vendor', 'GET', new URL(sent[0] ?? '').pathname, 200],
    ['browser', 'GET', '/chat/channels', 200],
  ])
  expect(JSON.stringify(hops.list())).not.toMatch(/secret|key-that/)
})

it('keeps the code of a failure, and a bounded number of requests', async () => {
  const { app, hops } = createApp()
  for (let count = 0; count < 205; count += 1) await app.request('/chat/window', { method: 'POST' })
  expect(hops.list()).toHaveLength(200)
  expect(hops.list()[0]).toMatchObject({ operation: 'window', hops: [{ kind: 'browser', method: 'POST' }] })
  expect(hops.list()[0]?.code).not.toBe('ok')
})

it.each([
  ['/chat/webhooks/0123456789abcdefghij', '/chat/webhooks/…'],
  ['/chat/conversations/whatsapp/79998887766', '/chat/conversations/whatsapp/…'],
  ['/v2/message', '/v2/message'],
])('shows %s as %s', (path, shown) => {
  expect(toShownPath(path)).toBe(shown)
})
