import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { createFullBackend } from '../../test/createFullBackend.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { parseMetrics, type Sample } from '../../test/parseMetrics.ts'
import { get, post } from '../../test/requests.ts'
import { startReceiver, v3Message } from '../../test/startReceiver.ts'
import { respondJson, startUpstream } from '../../test/startUpstream.ts'
import { wazzupV2 } from '../backends/wazzup-v2/backend.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import { createMetrics } from './createMetrics.ts'

const ann = { chatType: 'whatsapp', chatId: '79998887766' }

function read(chat: ChatProxy, name: string, labels: Sample['labels'] = {}): number | undefined {
  const samples = parseMetrics(chat.metrics()).filter((sample) => sample.name === name)
  return samples.find((sample) => Object.entries(labels).every(([key, value]) => sample.labels[key] === value))?.value
}

function createChat(): ChatProxy {
  const { backend } = createFullBackend()
  return createChatProxy({ backend, identify: identifyByCookie, authorizeChats: () => true })
}

it('counts requests, calls to the vendor and sends, by outcome', async () => {
  const chat = createChat()
  await chat.fetch(post('/chat/window', { scope: 'global' }))
  await chat.fetch(post('/chat/window', { scope: 'global' }))
  await chat.fetch(post('/chat/window', { scope: 'nowhere' }))
  await chat.fetch(post('/chat/messages', { channelId: 'c-1', to: ann, text: 'Hello' }))
  await chat.fetch(get('/chat/79998887766'))
  const requests = 'crm_chat_requests_total'
  expect(read(chat, requests, { operation: 'window', code: 'ok' })).toBe(2)
  expect(read(chat, requests, { operation: 'window', code: 'invalid_request' })).toBe(1)
  expect(read(chat, requests, { operation: 'none', code: 'not_found' })).toBe(1)
  expect(read(chat, 'crm_chat_request_duration_seconds_count', { operation: 'window' })).toBe(3)
  expect(read(chat, 'crm_chat_vendor_requests_total', { call: 'windows.create', code: 'ok' })).toBe(2)
  expect(read(chat, 'crm_chat_vendor_request_duration_seconds_count', { call: 'windows.create' })).toBe(2)
  expect(read(chat, 'crm_chat_sends_total', { code: 'ok' })).toBe(1)
  expect(chat.metrics()).not.toMatch(/79998887766|Ann|c-1/)
})

it('shows counters of sends and webhooks from the start, for a first rise to be seen', () => {
  const chat = createChat()
  expect(read(chat, 'crm_chat_sends_total', { code: 'ok' })).toBe(0)
  expect(read(chat, 'crm_chat_sends_total', { code: 'outcome_unknown' })).toBe(0)
  for (const outcome of ['handled', 'duplicate', 'failed'])
    expect(read(chat, 'crm_chat_webhook_events_total', { outcome })).toBe(0)
  expect(read(chat, 'crm_chat_events_dropped_total')).toBe(0)
})

it('a browser that leaves is no failure, neither of the request nor of the vendor', async () => {
  const left = new AbortController()
  const { backend } = createFullBackend()
  const list = ({ signal }: { signal: AbortSignal }): Promise<never> =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
      left.abort()
    })
  const chat = createChatProxy({ backend: { ...backend, channels: { list } }, identify: identifyByCookie })
  await chat.fetch(new Request(get('/chat/channels'), { signal: left.signal }))
  const requests = parseMetrics(chat.metrics()).filter(({ name }) => name === 'crm_chat_requests_total')
  expect(requests.map(({ labels }) => labels)).toEqual([{ operation: 'channels', code: 'cancelled' }])
  expect(read(chat, 'crm_chat_vendor_requests_total', { call: 'channels.list', code: 'cancelled' })).toBe(1)
})

it('reading a webhook is no call to the vendor', async () => {
  const { chat, send } = await startReceiver({})
  await send({ messages: [v3Message('m-1')] })
  expect(chat.metrics()).not.toContain('webhooks.read')
})

it('the README names every metric, with its type', () => {
  const health = { ...noHealth, shared: { status: 'away', ignored: 0 } } as const
  const text = createMetrics().write({ health, leftAlone: 0, tenants: 1 })
  const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => `${name} ${type}`)
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const rows = [...readme.matchAll(/^\| (`crm_chat_.*?`) \| (\w+) \|/gm)]
  const documented = rows.flatMap(([, names = '', type]) =>
    names.split(', ').map((name) => `${name.slice(1, -1)} ${type}`),
  )
  expect(documented.toSorted()).toEqual(types.toSorted())
})

it('counts live streams and their users', async () => {
  const chat = createChat()
  const stream = await chat.fetch(get('/chat/events'))
  expect(read(chat, 'crm_chat_streams')).toBe(1)
  expect(read(chat, 'crm_chat_users')).toBe(1)
  await stream.body?.cancel()
  await chat.close()
  expect(read(chat, 'crm_chat_streams')).toBe(0)
})

it('counts events of webhooks: handled, known already and failed', async () => {
  let isDown = true
  const { chat, send } = await startReceiver({
    webhooks: {
      onEvent: () => {
        if (isDown) throw new Error('the database is gone')
      },
    },
  })
  const body = { messages: [v3Message('m-1')] }
  await send(body)
  isDown = false
  await send(body)
  await send(body)
  const events = 'crm_chat_webhook_events_total'
  expect(read(chat, events, { outcome: 'failed' })).toBe(1)
  expect(read(chat, events, { outcome: 'handled' })).toBe(1)
  expect(read(chat, events, { outcome: 'duplicate' })).toBe(1)
  expect(read(chat, 'crm_chat_requests_total', { operation: 'webhook', code: 'ok' })).toBe(2)
  expect(read(chat, 'crm_chat_requests_total', { operation: 'webhook', code: 'busy' })).toBe(1)
})

it('shows that a vendor that refused the key is left alone', async () => {
  const upstream = await startUpstream()
  upstream.onRequest((response) => respondJson(response, { status: 401, body: {} }))
  const chat = createChatProxy({
    backend: wazzupV2({ apiKey: 'key', baseUrl: upstream.url }),
    identify: identifyByCookie,
    clock: createFakeClock(),
  })
  expect(read(chat, 'crm_chat_breakers_open')).toBe(0)
  await chat.fetch(post('/chat/window', { scope: 'global' }))
  expect(read(chat, 'crm_chat_breakers_open')).toBe(1)
  expect(read(chat, 'crm_chat_vendor_requests_total', { call: 'windows.create', code: 'upstream_auth' })).toBe(1)
  await upstream.close()
})

it('puts durations into buckets', () => {
  const metrics = createMetrics()
  for (const ms of [1, 5, 6, 20_000]) metrics.request({ operation: 'window', code: 'ok', ms })
  const text = metrics.write({ health: noHealth, leftAlone: 0, tenants: 1 })
  const buckets = parseMetrics(text).filter(({ name }) => name.endsWith('_bucket'))
  expect(buckets.map(({ labels, value }) => [labels.le, value]).slice(0, 2)).toEqual([
    ['0.005', 2],
    ['0.01', 3],
  ])
  expect(buckets.at(-1)).toMatchObject({ labels: { le: '+Inf' }, value: 4 })
})

const noHealth = { status: 'live', streams: 0, sockets: 0, users: 0, waiting: 0, silent: 0 } as const

it.each([
  'a 1',
  '# HELP a b\n# TYPE a gauge\na 1\na 2\n',
  '# HELP a b\n# TYPE a counter\na 1\n',
  '# HELP a b\n# TYPE a gauge\na{x="1} 1\n',
])('the parser of these tests refuses %j', (text) => {
  expect(() => parseMetrics(text)).toThrow()
})
