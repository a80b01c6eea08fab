import { connect } from 'node:net'
import type { ErrorBody } from '@crm-chat/protocol'
import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { createHookedBackend } from '../../test/createHookedBackend.ts'
import { createScriptedBackend } from '../../test/createScriptedBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { secret, startReceiver, v3Message } from '../../test/startReceiver.ts'
import { memoryConversations } from '../conversations/memoryConversations.ts'
import { createChatProxy } from '../createChatProxy.ts'

const conversationId = 'whatsapp~79990000001'

describe('the receiver of webhooks', () => {
  it('stores a message, hands it to the CRM, and says 200 to a vendor that is no page', async () => {
    const conversations = memoryConversations()
    const events: ChatEvent[] = []
    const { send } = await startReceiver({ conversations, webhooks: { onEvent: (event) => void events.push(event) } })
    const { status, headers } = await send({ messages: [v3Message('m1')] })
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(events).toMatchObject([{ kind: 'message', message: { id: 'm1' } }])
    const { messages } = await conversations.page({ conversationId, limit: 10 })
    expect(messages).toMatchObject([{ id: 'm1', text: 'Text of m1', direction: 'incoming' }])
  })

  it('accepts the call by which a vendor tests the address, and tells nobody', async () => {
    const events: ChatEvent[] = []
    const { send } = await startReceiver({ webhooks: { onEvent: (event) => void events.push(event) } })
    expect((await send({ test: true })).status).toBe(200)
    expect(events).toEqual([])
  })

  it('hands over events that it does not know', async () => {
    const events: ChatEvent[] = []
    const { send } = await startReceiver({ webhooks: { onEvent: (event) => void events.push(event) } })
    expect((await send({ somethingNew: [{ a: 1 }] })).status).toBe(200)
    expect(events).toMatchObject([{ kind: 'unknown', type: 'somethingNew', raw: [{ a: 1 }] }])
  })

  it.each([
    ['text/plain', 200],
    ['application/x-www-form-urlencoded', 200],
    ['', 200],
  ])('takes JSON that is declared as %j', async (type, status) => {
    const { send } = await startReceiver()
    expect((await send({ messages: [v3Message('m1')] }, { headers: { 'content-type': type } })).status).toBe(status)
  })

  it.each(['', 'x', '[]', '1', 'null', '{"messages":'])('refuses the body %j', async (body) => {
    const { send } = await startReceiver()
    expect((await send(body)).body.error).toMatchObject({ code: 'invalid_request', retryable: false })
  })

  it('refuses a body of more than 1 MiB, and takes one of less', async () => {
    const { send } = await startReceiver()
    const text = 'x'.repeat(1_048_576)
    expect((await send({ messages: [v3Message('m1', { text })] })).status).toBe(413)
    expect((await send({ messages: [v3Message('m1', { text: text.slice(1_000) })] })).status).toBe(200)
  })

  it('refuses a webhook without the signature that was agreed on', async () => {
    const { send } = await startReceiver({ backend: createHookedBackend({ crmKey: 'k'.repeat(20) }) })
    const body = { messages: [v3Message('m1')] }
    expect((await send(body)).status).toBe(403)
    expect((await send(body, { headers: { authorization: `Bearer ${'k'.repeat(20)}` } })).status).toBe(200)
  })
})

describe('a wrong secret', () => {
  const wrong = ['b-secret-of-the-tests-1', secret.slice(1), `${secret}x`, secret.toUpperCase(), 'x', '%00', '%61']

  it.each(wrong)('%j is answered as an unknown path is, unread', async (given) => {
    let asked = 0
    const backend = createHookedBackend()
    const read: typeof backend.webhooks.read = async (request) => {
      asked += 1
      return backend.webhooks.read(request)
    }
    const { send, url } = await startReceiver({ backend: { ...backend, webhooks: { ...backend.webhooks, read } } })
    const { status, headers, body } = await send({ messages: [v3Message('m1')] }, { secret: given })
    const unknown = await fetch(`${url}/chat/unknown`, { method: 'POST' })
    const unknownBody = (await unknown.json()) as ErrorBody
    const plain = (given: Headers): object => {
      const { date: _, 'x-request-id': __, 'content-length': ___, ...rest } = Object.fromEntries(given)
      return rest
    }
    expect(status).toBe(404)
    expect(plain(headers)).toEqual(plain(unknown.headers))
    expect({ ...body.error, requestId: '' }).toEqual({ ...unknownBody.error, requestId: '' })
    expect(asked).toBe(0)
  })

  it('is logged once a minute, without what was given', async () => {
    const { send, log } = await startReceiver()
    for (let time = 0; time < 5; time += 1) await send({}, { secret: 'b-secret-of-the-tests-1' })
    expect(log.lines).toEqual([{ level: 'warn', fields: {}, message: 'a webhook came with a wrong secret' }])
  })

  it('is every secret where the CRM asked for no webhooks', async () => {
    const chat = createChatProxy({ backend: createHookedBackend(), identify: () => null })
    const response = await chat.fetch(new Request(`http://crm.example.com/chat/webhooks/${secret}`, { method: 'POST' }))
    expect(response.status).toBe(404)
  })

  it('was right until the secret was changed, and its successor is already', async () => {
    const next = 'the-next-secret-of-all-2'
    const { send } = await startReceiver({ webhooks: { secret: [next, secret] } })
    expect((await send({ messages: [] }, { secret })).status).toBe(200)
    expect((await send({ messages: [] }, { secret: next })).status).toBe(200)
    expect((await send({ messages: [] }, { secret: 'b-secret-of-the-tests-1' })).status).toBe(404)
  })
})

describe('a webhook that cannot be handled', () => {
  const failures: [string, Parameters<typeof startReceiver>[0]][] = [
    ['the CRM throws', { webhooks: { onEvent: () => raise() } }],
    ['the CRM rejects', { webhooks: { onEvent: async () => raise() } }],
    ['the store rejects', { conversations: { ...memoryConversations(), append: async () => raise() } }],
  ]
  it.each(failures)('because %s is to be sent again', async (_, options) => {
    const { send, log } = await startReceiver(options)
    const { status, headers, body } = await send({ messages: [v3Message('m1')] })
    expect(status).toBe(503)
    expect(headers.get('retry-after')).toBe('5')
    expect(body.error).toMatchObject({ code: 'busy', retryable: true })
    expect(log.lines).toMatchObject([{ level: 'error', fields: { reason: 'Error: broken' } }])
  })

  it('goes to the CRM only after the store has it', async () => {
    const seen: unknown[] = []
    const conversations = memoryConversations()
    const onEvent = async (): Promise<void> => void seen.push(await conversations.find('m1'))
    const { send } = await startReceiver({ conversations, webhooks: { onEvent } })
    await send({ messages: [v3Message('m1')] })
    expect(seen).toMatchObject([{ id: 'm1' }])
  })

  it('leaves no secret in the log', async () => {
    const ofTenant = `${'x'.repeat(43)}~acme`
    const onEvent = (): void => {
      throw new Error(`"${secret}" and POST /chat/webhooks/${ofTenant}?x failed`)
    }
    const { send, log } = await startReceiver({ webhooks: { onEvent } })
    await send({ messages: [v3Message('m1')] })
    const reason = 'Error: "[secret]" and POST /chat/webhooks/[secret]?x failed'
    expect(log.lines).toMatchObject([{ fields: { reason } }])
  })
})

it('takes as many webhooks at a time as it may', async () => {
  const waiting: (() => void)[] = []
  const onEvent = (): Promise<void> => new Promise((resolve) => waiting.push(resolve))
  const { send } = await startReceiver({ limits: { webhooks: 2 }, webhooks: { onEvent } })
  const message = (id: string): object => ({ messages: [v3Message(id, { chatId: id })] })
  const first = [send(message('1')), send(message('2'))]
  await eventually(() => expect(waiting).toHaveLength(2))
  const refused = await send(message('3'))
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('1')
  for (const resolve of waiting) resolve()
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200])
  const third = send(message('3'))
  await eventually(() => expect(waiting).toHaveLength(3))
  waiting[2]?.()
  expect((await third).status).toBe(200)
})

it('gives a body up that does not arrive within ten seconds', async () => {
  const clock = createFakeClock()
  const { url, send } = await startReceiver({ clock, limits: { webhooks: 1 } })
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  onTestFinished(() => void socket.destroy())
  let answer = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    answer += chunk
  })
  socket.write(`POST /chat/webhooks/${secret} HTTP/1.1\r\nhost: crm\r\ncontent-length: 100\r\n\r\n{`)
  await eventually(async () => expect((await send({ messages: [] })).status).toBe(503))
  clock.advance(9_999)
  expect((await send({ messages: [] })).status).toBe(503)
  clock.advance(1)
  await eventually(() => expect(answer).toMatch(/^HTTP\/1.1 503 /))
  expect((await send({ messages: [] })).status).toBe(200)
})

it('is no operation of a page, and takes no other method', async () => {
  const { send } = await startReceiver()
  const { status, headers } = await send('', { method: 'GET' })
  expect(status).toBe(405)
  expect(headers.get('allow')).toBe('POST')
})

describe('the options', () => {
  const check = (webhooks: object, backend = createHookedBackend()): Promise<void> =>
    createChatProxy({ backend, identify: () => null, webhooks: webhooks as { secret: string } }).check()

  it.each([{}, { secret: 'short' }, { secret: [] }, { secret: [secret, 'no/slash/in/a/secret/1'] }, { secret: 7 }])(
    'name an invalid secret without its value: %j',
    async (webhooks) => {
      await expect(check(webhooks)).rejects.toThrow('webhooks.secret')
      await expect(check(webhooks)).rejects.not.toThrow('no/slash')
    },
  )

  it.each(['crm.example.com', 'ftp://crm.example.com', 'https://a:b@crm.example.com', 'https://crm.example.com?x=1'])(
    'refuse the public address %s',
    async (publicUrl) => {
      await expect(check({ secret, publicUrl })).rejects.toThrow('webhooks.publicUrl')
    },
  )

  it('refuse webhooks of a vendor that sends none', async () => {
    const { webhooks: _, ...backend } = { ...createScriptedBackend(), webhooks: undefined }
    await expect(check({ secret }, backend as ReturnType<typeof createHookedBackend>)).rejects.toThrow('sends none')
  })
})

function raise(): never {
  throw new Error('broken')
}
