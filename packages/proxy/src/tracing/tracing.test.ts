import * as api from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFullBackend } from '../../test/createFullBackend.ts'
import { createLog } from '../../test/createLog.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { get, post } from '../../test/requests.ts'
import { secret, startReceiver, v3Message } from '../../test/startReceiver.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import { OperationError } from '../errors.ts'
import type { ChatProxyOptions } from '../parseOptions.ts'
import { loadTracer } from './loadTracer.ts'

const { context, SpanKind, SpanStatusCode, trace } = api
const exporter = new InMemorySpanExporter()
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })

beforeAll(() => {
  trace.setGlobalTracerProvider(provider)
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
})

afterAll(async () => {
  trace.disable()
  context.disable()
  await provider.shutdown()
})

function createChat(options: Partial<ChatProxyOptions> = {}): ChatProxy {
  exporter.reset()
  const { backend } = createFullBackend()
  return createChatProxy({ backend, identify: identifyByCookie, authorizeChats: () => true, ...options })
}

const find = (name: string) => exporter.getFinishedSpans().find((span) => span.name === name)

const openWindow = (chat: ChatProxy): Promise<Response> =>
  chat.fetch(post('/chat/window', { scope: 'card', chats: [{ chatType: 'whatsapp', chatId: '79998887766' }] }))

it('an operation is a span, with the vendor’s call in it, and neither holds an address or a user', async () => {
  const chat = createChat({ tracing: provider.getTracer('crm') })
  const response = await openWindow(chat)
  expect(response.status).toBe(200)
  const call = find('chat vendor windows.create')
  const operation = find('chat window')
  expect(operation).toMatchObject({
    name: 'chat window',
    kind: SpanKind.INTERNAL,
    attributes: {
      'crm_chat.operation': 'window',
      'crm_chat.request_id': response.headers.get('x-request-id'),
      'crm_chat.code': 'ok',
    },
    status: { code: SpanStatusCode.UNSET },
  })
  expect(call).toMatchObject({
    name: 'chat vendor windows.create',
    kind: SpanKind.CLIENT,
    attributes: { 'crm_chat.vendor': 'full', 'crm_chat.code': 'ok' },
  })
  expect(call?.parentSpanContext?.spanId).toBe(operation?.spanContext().spanId)
  const shown = JSON.stringify(
    exporter.getFinishedSpans().map(({ name, attributes, events }) => [name, attributes, events]),
  )
  expect(shown).not.toMatch(/http|79998887766|Ann/)
})

it('the work of the vendor’s call is within its span', async () => {
  const { backend } = createFullBackend()
  const seen: (string | undefined)[] = []
  const list = async (): Promise<[]> => {
    seen.push(trace.getActiveSpan()?.spanContext().spanId)
    await new Promise<void>((resolve) => setImmediate(resolve))
    seen.push(trace.getActiveSpan()?.spanContext().spanId)
    return []
  }
  const chat = createChat({ backend: { ...backend, channels: { list } }, tracing: provider.getTracer('crm') })
  expect((await chat.fetch(get('/chat/channels'))).status).toBe(200)
  const own = find('chat vendor channels.list')?.spanContext().spanId
  expect(own).toBeDefined()
  expect(seen).toEqual([own, own])
})

it('a refusal of the proxy is no error of the server', async () => {
  const chat = createChat({ tracing: provider.getTracer('crm') })
  expect((await chat.fetch(post('/chat/window', { scope: 'nowhere' }))).status).toBe(400)
  expect(find('chat window')).toMatchObject({
    attributes: { 'crm_chat.code': 'invalid_request' },
    status: { code: SpanStatusCode.UNSET },
  })
})

it('a webhook is a span, without its secret', async () => {
  exporter.reset()
  const { send } = await startReceiver({ tracing: provider.getTracer('crm') })
  expect((await send({ messages: [v3Message('m-1')] })).status).toBe(200)
  expect(find('chat webhook')?.attributes).toMatchObject({ 'crm_chat.operation': 'webhook', 'crm_chat.code': 'ok' })
  expect(Object.values(find('chat webhook')?.attributes ?? {}).join()).not.toContain(secret)
})

it('a failure has its code, and no text', async () => {
  const { backend } = createFullBackend()
  const create = async (): Promise<never> => {
    throw new OperationError({ code: 'upstream_timeout', message: 'no', detail: 'secret' })
  }
  const windows = { scopes: ['global' as const, 'card' as const], create, isOwnUrl: () => true }
  const chat = createChat({ backend: { ...backend, windows }, tracing: provider.getTracer('crm') })
  expect((await openWindow(chat)).status).toBe(504)
  for (const name of ['chat window', 'chat vendor windows.create']) {
    expect(find(name)?.attributes).toMatchObject({
      'crm_chat.code': 'upstream_timeout',
      'error.type': 'upstream_timeout',
    })
    expect(find(name)?.status).toEqual({ code: SpanStatusCode.ERROR })
    expect(find(name)?.events).toEqual([])
  }
})

it('loads the package where tracing is on, and says where it is missing', async () => {
  exporter.reset()
  const warnings: object[] = []
  const logger = { warn: (fields: object) => void warnings.push(fields) }
  const loaded = loadTracer({ tracing: true, logger, load: async () => api })
  await new Promise<void>((resolve) => setImmediate(resolve))
  await openWindow(createChat({ tracing: loaded ?? false }))
  expect(find('chat window')).toBeDefined()
  const missing = loadTracer({ tracing: true, logger, load: () => Promise.reject(new Error('no such package')) })
  await new Promise<void>((resolve) => setImmediate(resolve))
  expect((await openWindow(createChat({ tracing: missing ?? false }))).status).toBe(200)
  expect(warnings).toEqual([{ reason: 'Error: no such package' }])
})

it('makes no spans unless it is asked to', async () => {
  expect((await openWindow(createChat())).status).toBe(200)
  expect(exporter.getFinishedSpans()).toEqual([])
})

it.each(['startActiveSpan', 'setAttribute', 'end', 'startActiveSpan at its end', 'startActiveSpan without a call'])(
  'a tracer whose %s throws harms nothing',
  async (method) => {
    const fail = (): never => {
      throw new Error('the tracer is broken')
    }
    const span = { setAttribute: () => {}, setStatus: () => {}, end: () => {}, [method]: fail }
    const tracing = {
      startActiveSpan: <Result>(_: string, __: object, run: (own: typeof span) => Result): Result => {
        if (method === 'startActiveSpan') fail()
        if (method === 'startActiveSpan without a call') return undefined as Result
        const result = run(span)
        return method === 'startActiveSpan at its end' ? fail() : result
      },
    }
    const { backend, calls } = createFullBackend()
    const log = createLog()
    const chat = createChat({ backend, tracing, logger: log })
    expect((await chat.fetch(get('/chat/channels'))).status).toBe(200)
    expect((await chat.fetch(post('/chat/window', { scope: 'nowhere' }))).status).toBe(400)
    expect(calls.map(([name]) => name)).toEqual(['channels.list'])
    expect(log.lines).toEqual([])
  },
)
