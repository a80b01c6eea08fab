import { parseMessage } from '@crm-chat/protocol/wire/parseMessage'
import { expect, onTestFinished, test } from 'vitest'
import { createTestClock } from '../../../test/createTestClock.ts'
import { waitFor } from '../../../test/waitFor.ts'
import type { Clock } from '../../clock.ts'
import { type ChatClient, createChat } from '../../createChat.ts'
import { findClosed } from '../conversationRules.ts'
import { type Conversation, createConversation } from '../createConversation.ts'
import { createProxySource } from './createProxySource.ts'
import { toChannels } from './toChannels.ts'
import { toConversationMessage } from './toConversationMessage.ts'

type Handler = (request: {
  method: string
  path: string
  body: unknown
  init: RequestInit
}) => Response | Promise<Response> | undefined

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const refuse = (code: string, status: number): Response =>
  json({ error: { code, message: 'No.', requestId: 'r1', retryable: false } }, status)

const first = {
  id: 'm1',
  chat: { chatType: 'whatsapp', chatId: '79998887766' },
  direction: 'incoming',
  type: 'text',
  text: 'Hello',
  at: '2030-01-01T00:00:00.000Z',
}

const session = (capabilities: string[]) => ({
  user: { id: '7', name: 'Kate' },
  vendor: 'test',
  chatTypes: ['whatsapp'],
  capabilities,
  serverTime: '2030-01-01T00:00:00.000Z',
})

/** Opens a conversation over a proxy that the test plays. */
function open(
  handle: Handler,
  clock?: Clock,
): { conversation: Conversation; requests: string[]; shown: () => unknown } {
  const requests: string[] = []
  const client = createChat({
    endpoint: 'https://crm.example/chat',
    ...(clock && { clock }),
    retryDelayMs: () => 20,
    fetch: async (input, init = {}) => {
      const path = String(input).replace('https://crm.example/chat/', '')
      const { method = 'GET', body } = init
      requests.push(`${method} ${path}`)
      const response = await handle({ method, path, body, init })
      if (!response) throw new TypeError('Failed to fetch')
      return response
    },
  })
  const conversation = createConversation(
    createProxySource(client, { chat: { chatType: 'whatsapp', chatId: '79998887766' } }),
    {
      draftStorage: null,
    },
  )
  onTestFinished(() => {
    conversation.close()
    client.close()
  })
  const shown = () => {
    const { thread } = conversation.getState()
    return thread.status === 'ready' ? thread.messages.map(({ text }) => text) : thread.status
  }
  return { conversation, requests, shown }
}

const page = 'conversations/whatsapp~79998887766/messages'

test.each([
  ['polls the counter of a server that cannot stream', ['conversation', 'unanswered']],
  ['needs no counter either', ['conversation']],
])('loads messages, and %s', async (_, capabilities) => {
  const value = { status: 'live', count: 0, tone: null, epoch: 1, seq: 1, at: '2030-01-01T00:00:00.000Z', userId: '7' }
  const { conversation, shown } = open(({ path }) => {
    if (path === 'session') return json(session(capabilities))
    if (path === 'unanswered') return json(value)
    if (path === page) return json({ messages: [first], before: null })
    return refuse('not_supported', 501)
  })
  await waitFor(() => expect(shown()).toEqual(['Hello']))
  expect(conversation.getState()).toMatchObject({ connection: 'live', allowed: { can: ['read', 'jump', 'date'] } })
})

test('offers a user who only looks nothing that others would notice', async () => {
  const everything = ['conversation', 'messages', 'files', 'captions', 'templates', 'edit', 'delete', 'search']
  const client = createChat({
    endpoint: 'https://crm.example/chat',
    fetch: async (input) => {
      if (String(input).endsWith('/session')) return json(session(everything))
      return String(input).endsWith('/messages')
        ? json({ messages: [first], before: null })
        : refuse('not_supported', 501)
    },
  })
  const chat = { chatType: 'whatsapp', chatId: '79998887766' } as const
  const conversation = createConversation(createProxySource(client, { chat, readOnly: true }), { draftStorage: null })
  onTestFinished(() => {
    conversation.close()
    client.close()
  })
  await waitFor(() => expect(conversation.getState().thread).toMatchObject({ messages: [{ id: 'm1' }] }))
  expect(conversation.getState().allowed.can).toEqual(['search', 'jump', 'date'])
})

test('says why nothing loads while the server is away, and loads once it is back', async () => {
  let isAway = true
  const { conversation, shown } = open(({ path }) => {
    if (isAway) return undefined
    if (path === 'session') return json(session(['conversation']))
    if (path === page) return json({ messages: [first], before: null })
    return refuse('not_supported', 501)
  })
  await waitFor(() =>
    expect(conversation.getState()).toMatchObject({ connection: 'lost', thread: { status: 'failed' } }),
  )
  expect(conversation.getState().thread).toMatchObject({
    reason: 'The server cannot be reached. Check your connection.',
  })
  isAway = false
  await waitFor(() => expect(shown()).toEqual(['Hello']))
  expect(conversation.getState().connection).toBe('live')
})

test('shows an unknown chat as empty, and a missing proxy as what it is', async () => {
  const unknown = open(({ path }) =>
    path === 'session'
      ? json(session(['conversation']))
      : path === page
        ? refuse('not_found', 404)
        : refuse('not_supported', 501),
  )
  await waitFor(() => expect(unknown.shown()).toEqual([]))
  const missing = open(() => new Response('Not here', { status: 404, headers: { 'content-type': 'text/plain' } }))
  await waitFor(() => expect(missing.shown()).toBe('failed'))
})

test('uploads a file once, however often its message is sent, and a text after it', async () => {
  const bodies: unknown[] = []
  let failures = 1
  const { conversation, requests } = open(({ path, body, init }) => {
    if (path === 'session') return json(session(['conversation', 'messages', 'files']))
    if (path === page) return json({ messages: [], before: null })
    if (path === 'files') {
      expect(new Headers(init.headers).get('x-file-name')).toBe('Caf%C3%A9.txt')
      return json({ url: 'https://crm.example/files/1' }, 201)
    }
    if (path !== 'messages') return refuse('not_supported', 501)
    bodies.push(JSON.parse(String(body)))
    failures -= 1
    return failures >= 0 ? refuse('upstream_unavailable', 503) : json({ messageId: 'm2' }, 202)
  })
  await waitFor(() => expect(conversation.getState().allowed.can).toContain('file'))
  conversation.send({ file: new File(['x'], 'Café.txt') })
  await waitFor(() => expect(conversation.getState().outbox).toMatchObject([{ status: 'failed' }]))
  const [item] = conversation.getState().outbox
  if (item) conversation.retry(item)
  await waitFor(() => expect(conversation.getState().outbox).toEqual([]))
  expect(bodies).toHaveLength(2)
  expect(bodies[0]).toEqual(bodies[1])
  expect(conversation.getState().allowed.can).not.toContain('caption')
  expect(bodies[0]).toMatchObject({ fileUrl: 'https://crm.example/files/1', crmMessageId: item?.clientMessageId })
  expect(requests.filter((request) => request === 'POST files')).toHaveLength(1)
})

test('sends a file with its caption where the vendor has captions', async () => {
  const bodies: unknown[] = []
  const { conversation } = open(({ path, body }) => {
    if (path === 'session') return json(session(['conversation', 'messages', 'files', 'captions']))
    if (path === page) return json({ messages: [], before: null })
    if (path === 'files') return json({ url: 'https://crm.example/files/1' }, 201)
    if (path !== 'messages') return refuse('not_supported', 501)
    bodies.push(JSON.parse(String(body)))
    return json({ messageId: 'm2' }, 202)
  })
  await waitFor(() => expect(conversation.getState().allowed).toMatchObject({ longestCaption: 1_024 }))
  expect(conversation.getState().allowed.can).toContain('caption')
  conversation.send({ file: new File(['x'], 'plan.pdf'), text: 'The plan' })
  await waitFor(() => expect(bodies).toMatchObject([{ fileUrl: 'https://crm.example/files/1', caption: 'The plan' }]))
  expect(bodies[0]).not.toHaveProperty('text')
})

test('replaces the file of a message and then its text, and sends no part that stayed as it was', async () => {
  const changes: unknown[] = []
  const sent = { ...first, id: 'm1', direction: 'outgoing', type: 'image', text: 'Old', file: { mediaId: 'm1' } }
  const { conversation, requests } = open(({ path, method, body }) => {
    if (path === 'session') return json(session(['conversation', 'edit', 'files', 'media']))
    if (path === page) return json({ messages: [sent], before: null })
    if (path === 'files') return json({ url: 'https://crm.example/files/1' }, 201)
    if (method !== 'PATCH' || path !== 'messages/m1') return refuse('not_supported', 501)
    changes.push(JSON.parse(String(body)))
    return new Response(null, { status: 204 })
  })
  const message = () => {
    const { thread } = conversation.getState()
    const [one] = thread.status === 'ready' ? thread.messages : []
    if (!one) throw new Error('There is no message.')
    return one
  }
  await waitFor(() => expect(message().text).toBe('Old'))
  expect(await conversation.edit(message(), 'New', new File(['x'], 'b.png'))).toEqual({ done: true })
  expect(changes).toEqual([{ fileUrl: 'https://crm.example/files/1' }, { text: 'New' }])
  expect(message()).toMatchObject({ text: 'New', isEdited: true })
  expect(await conversation.edit(message(), 'New', new File(['y'], 'c.png'))).toEqual({ done: true })
  expect(await conversation.edit(message(), 'New')).toEqual({ done: true })
  expect(changes.slice(2)).toEqual([{ fileUrl: 'https://crm.example/files/1' }])
  expect(requests.filter((request) => request === 'POST files')).toHaveLength(2)
})

test('takes the rules of its channels from the proxy, and changes nothing through one that has none', async () => {
  const rules = {
    messenger: 'MAX',
    changes: ['text', 'file', 'delete', 'pin'],
    changeableSeconds: 60,
    longestText: 9,
    replyWindow: { seconds: 3600, afterwards: 'later' },
  }
  const channels = [
    { id: 'c1', transport: 'max', state: 'active', rules },
    { id: 'c2', transport: 'sms', state: 'off' },
  ]
  const { conversation } = open(({ path }) => {
    if (path === 'session') return json(session(['conversation', 'channels']))
    if (path === 'channels') return json({ channels })
    return path === page ? json({ messages: [], before: null }) : refuse('not_supported', 501)
  })
  await waitFor(() => expect(conversation.getState().allowed.channels).toHaveLength(2))
  expect(conversation.getState().allowed.channels).toMatchObject([
    {
      messenger: 'MAX',
      changes: ['text', 'content', 'delete'],
      changeableMs: 60_000,
      longestText: 9,
      replyWindow: { ms: 3_600_000, afterwards: 'nothing' },
      works: true,
    },
    { messenger: 'sms', changes: [], changeableMs: 0, works: false },
  ])
})

test.each([
  ['it is on its way', 'pending'],
  ['it is there, without a status', undefined],
])('looks how far a sent message is while %s, and no longer', async (_, early) => {
  const clock = createTestClock()
  let status = early
  const messages: object[] = []
  const { conversation, requests } = open(({ path }) => {
    if (path === 'session') return json(session(['conversation', 'messages']))
    if (path === page) return json({ messages: messages.map((message) => ({ ...message, status })), before: null })
    if (path !== 'messages') return refuse('not_supported', 501)
    messages.push({ ...first, id: 'm2', direction: 'outgoing' })
    return json({ messageId: 'm2' }, 202)
  }, clock)
  await waitFor(() => expect(conversation.getState().allowed.can).toContain('send'))
  conversation.send({ text: 'Hello' })
  const shown = () => {
    const { thread } = conversation.getState()
    return thread.status === 'ready' ? thread.messages.map((message) => message.status) : []
  }
  await waitFor(() => expect(shown()).toHaveLength(1))
  const reads = () => requests.filter((request) => request === `GET ${page}`).length
  const before = reads()
  await clock.advance(2_000)
  await waitFor(() => expect(reads()).toBeGreaterThan(before))
  status = 'delivered'
  await clock.advance(3_000)
  await waitFor(() => expect(shown()).toEqual(['delivered']))
  const known = reads()
  await clock.advance(60_000)
  expect(reads() - known).toBeLessThan(2) // Of the message, none: two would be due. A new connection may read once.
})

/** Opens a conversation with a live stream, on which the test sends events. */
async function openLive({ history, clock }: { history: () => object[]; clock?: Clock }) {
  let send = (_: string, __: object): void => undefined
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      send = (name, data) =>
        controller.enqueue(new TextEncoder().encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`))
    },
  })
  const opened = open(({ path }) => {
    if (path === 'session') return json(session(['events', 'unanswered', 'conversation']))
    if (path === page) return json({ messages: history(), before: null })
    if (path === 'events') return new Response(stream, { headers: { 'content-type': 'text/event-stream' } })
    return refuse('not_supported', 501)
  }, clock)
  const { requests, shown } = opened
  const reads = () => requests.filter((request) => request === `GET ${page}`).length
  await waitFor(() => expect(requests).toContain('GET events'))
  await waitFor(() => expect(shown()).toEqual(['Hello']))
  send('session', { userId: '7', serverTime: '2030-01-01T00:00:00.000Z' })
  await waitFor(() => expect(reads()).toBeGreaterThan(1))
  return { ...opened, send, reads }
}

test('looks for the quote of a message in the history that the vendor keeps, where its event has none', async () => {
  const second = { ...first, id: 'm2', text: 'Yes', at: '2030-01-01T00:01:00.000Z' }
  let messages: object[] = [first]
  const { conversation, send } = await openLive({ history: () => messages })
  messages = [first, { ...second, quotedMessageId: 'm1' }]
  send('message', second)
  await waitFor(() =>
    expect(conversation.getState().thread).toMatchObject({ messages: [{}, { id: 'm2', quotedMessageId: 'm1' }] }),
  )
})

test('reads the history once for a burst of messages, and at most every five seconds in a busy chat', async () => {
  const clock = createTestClock()
  const messages: object[] = [first]
  const { send, shown, reads } = await openLive({ history: () => messages, clock })
  const before = reads()
  const receive = async (type: string): Promise<void> => {
    const text = `Message ${messages.length}.`
    messages.push({ ...first, id: `m${messages.length + 1}`, type, text, at: new Date(clock.now()).toISOString() })
    send('message', messages.at(-1) ?? {})
    await waitFor(() => expect(shown()).toContain(text))
  }
  for (let count = 0; count < 20; count += 1) await receive('text')
  expect(reads() - before).toBe(0)
  await clock.advance(300)
  expect(reads() - before).toBe(1)
  for (let second = 0; second < 20; second += 1) {
    await receive('text')
    await clock.advance(1_000)
  }
  expect(reads() - before).toBe(5)
  await receive('reaction')
  await clock.advance(10_000)
  expect(reads() - before).toBe(5)
})

test.each([
  ['takes free replies', 1, undefined],
  ['offers templates only', 25, { afterwards: 'templates' }],
])('%s %i hours after the latest message of the customer', async (_, hours, closed) => {
  const replyWindow = { seconds: 86_400, afterwards: 'templates' }
  const rules = { messenger: 'WhatsApp', changes: [], changeableSeconds: 0, replyWindow }
  const at = new Date(Date.now() - hours * 60 * 60_000).toISOString()
  const { conversation, shown } = open(({ path }) => {
    if (path === 'session') return json(session(['conversation', 'channels', 'messages']))
    if (path === 'channels') return json({ channels: [{ id: 'c1', transport: 'wapi', state: 'active', rules }] })
    const messages = [{ ...first, channelId: 'c1', at }]
    return path === page ? json({ messages, before: null }) : refuse('not_supported', 501)
  })
  await waitFor(() => expect(shown()).toEqual(['Hello']))
  const state = conversation.getState()
  const found = findClosed({ ...state, allowed: { ...state.allowed, clockOffsetMs: 0 } })
  expect(found).toEqual(closed && expect.objectContaining(closed))
})

test.each([
  ['whatsgroup', 'whatsapp'],
  ['telegroup', 'telegram'],
  ['maxgroup', 'max'],
])('reaches a %s through the channels of its messenger', (group, messenger) => {
  const channels = [messenger, 'avito', group].map((chatType) => ({
    id: chatType,
    chatType,
    transport: 't',
    state: 'active',
  }))
  expect(toChannels({ channels }, group).map(({ isFitting }) => isFitting)).toEqual([true, false, true])
  expect(toChannels({ channels }, messenger).map(({ isFitting }) => isFitting)).toEqual([true, false, false])
})

test('uploads another file for an edit that failed, and the same one once', async () => {
  const changes: unknown[] = []
  let files = 0
  let isAway = true
  const sent = { ...first, direction: 'outgoing', type: 'image', file: { mediaId: 'm1' } }
  const { conversation } = open(({ path, method, body }) => {
    if (path === 'session') return json(session(['conversation', 'edit', 'files', 'media']))
    if (path === page) return json({ messages: [sent], before: null })
    if (path === 'files') {
      files += 1
      return json({ url: `https://crm.example/files/${files}` }, 201)
    }
    if (method !== 'PATCH') return refuse('not_supported', 501)
    changes.push(JSON.parse(String(body)))
    return isAway ? refuse('upstream_unavailable', 503) : new Response(null, { status: 204 })
  })
  await waitFor(() => expect(conversation.getState().thread).toMatchObject({ messages: [{ id: 'm1' }] }))
  const { thread } = conversation.getState()
  const [message] = thread.status === 'ready' ? thread.messages : []
  if (!message) throw new Error('There is no message.')
  const wrong = new File(['x'], 'wrong.png')
  expect(await conversation.edit(message, 'Hello', wrong)).toMatchObject({ done: false })
  expect(await conversation.edit(message, 'Hello', wrong)).toMatchObject({ done: false })
  isAway = false
  expect(await conversation.edit(message, 'Hello', new File(['y'], 'right.png'))).toEqual({ done: true })
  expect(changes).toEqual([1, 1, 2].map((file) => ({ fileUrl: `https://crm.example/files/${file}` })))
})

test('lets a file take its time, up to five minutes where its progress is unknown', async () => {
  const clock = createTestClock()
  const { conversation, requests } = open(({ path, init }) => {
    if (path === 'session') return json(session(['conversation', 'messages', 'files']))
    if (path === page) return json({ messages: [], before: null })
    if (path !== 'files') return refuse('not_supported', 501)
    return new Promise((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
    })
  }, clock)
  await waitFor(() => expect(conversation.getState().allowed.can).toContain('file'))
  conversation.send({ file: new File(['x'], 'large.mp4') })
  await waitFor(() => expect(requests).toContain('POST files'))
  await clock.advance(4 * 60_000)
  expect(conversation.getState().outbox).toMatchObject([{ status: 'sending' }])
  await clock.advance(60_000)
  await waitFor(() => expect(conversation.getState().outbox).not.toMatchObject([{ status: 'sending' }]))
})

test('asks for the progress of each file, new or in place of another', async () => {
  const requests: Parameters<ChatClient['request']>[0][] = []
  const client = createChat({ endpoint: 'https://crm.example/chat', fetch: async () => refuse('not_supported', 501) })
  onTestFinished(client.close)
  const source = createProxySource(
    {
      ...client,
      request: (request) => {
        requests.push(request)
        return client.request(request)
      },
    },
    { chat: { chatType: 'whatsapp', chatId: '79998887766' } },
  )
  const message = toConversationMessage({ message: parseMessage(first) ?? fail(), endpoint: '', hasMedia: false })
  await source.send?.({ clientMessageId: '1', file: new File(['x'], 'a.png') })
  await source.edit?.({ message, file: new File(['y'], 'b.png') })
  expect(requests).toMatchObject([{ operation: 'uploadFile' }, { operation: 'uploadFile' }])
  for (const { onUpload } of requests) expect(onUpload).toBeTypeOf('function')
})

function fail(): never {
  throw new Error('The message is invalid.')
}
