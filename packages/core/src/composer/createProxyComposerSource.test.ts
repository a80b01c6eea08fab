import { expect, onTestFinished, test } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { waitFor } from '../../test/waitFor.ts'
import type { Clock } from '../clock.ts'
import { createChat } from '../createChat.ts'
import { type Composer, createComposer } from './createComposer.ts'
import { createProxyComposerSource } from './createProxyComposerSource.ts'
import type { ComposerContact } from './recipients.ts'

type Handler = (request: { method: string; path: string; body: unknown }) => Response | undefined

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const refuse = (code: string, status: number, message = 'No.'): Response =>
  json({ error: { code, message, requestId: 'r1', retryable: false } }, status)

const session = (capabilities: string[]) =>
  json({
    user: { id: '7', name: 'Kate' },
    vendor: 'wazzup-v3',
    chatTypes: ['whatsapp', 'telegram'],
    capabilities,
    serverTime: '2030-01-01T00:00:00.000Z',
  })

const channels = json.bind(null, {
  channels: [{ id: 'c1', transport: 'telegram', chatType: 'telegram', name: 'shop_bot', state: 'active' }],
})

/** Opens a composer over a proxy that the test plays. */
function open(
  handle: Handler,
  { contact = { usernames: ['anna_smith'] }, clock }: { contact?: ComposerContact; clock?: Clock } = {},
): { composer: Composer; bodies: unknown[] } {
  const bodies: unknown[] = []
  const client = createChat({
    endpoint: 'https://crm.example/chat',
    ...(clock && { clock }),
    retryDelayMs: () => 20,
    fetch: async (input, { method = 'GET', body } = {}) => {
      const path = String(input).replace('https://crm.example/chat/', '')
      if (path === 'messages') bodies.push(JSON.parse(String(body)))
      const response = handle({ method, path, body })
      if (!response) throw new TypeError('Failed to fetch')
      return response
    },
  })
  const composer = createComposer(createProxyComposerSource(client), {
    contact,
    draftStorage: null,
  })
  onTestFinished(() => {
    composer.close()
    client.close()
  })
  return { composer, bodies }
}

const capabilities = ['messages', 'files', 'templates', 'channels', 'conversation']

test('sends over the proxy, and explains what the vendor refuses', async () => {
  const { composer, bodies } = open(({ path }) => {
    if (path === 'session') return session(capabilities)
    if (path === 'channels') return channels()
    if (path === 'messages') return refuse('upstream_refused', 502, 'The channel is switched off.')
    return refuse('not_supported', 501)
  })
  await waitFor(() => expect(composer.getState().connection).toBe('live'))
  expect(composer.getState().allowed?.can).toEqual(['send', 'file', 'template'])
  composer.setText('Hello')
  composer.send()
  await waitFor(() => expect(composer.getState().items).toMatchObject([{ status: 'failed' }]))
  const [item] = composer.getState().items
  expect(item).toMatchObject({ code: 'upstream_refused', detail: 'The channel is switched off.' })
  expect(bodies).toEqual([
    {
      to: { chatType: 'telegram', username: 'anna_smith' },
      crmMessageId: item?.clientMessageId,
      text: 'Hello',
      channelId: 'c1',
    },
  ])
})

test.each([
  ['outcome_unknown', 504, true],
  ['internal', 500, true],
  ['upstream_unavailable', 503, false],
  ['rate_limited', 429, false],
])('takes %s as what it is: an unknown outcome, or a failure', async (code, status, isUnknown) => {
  const { composer } = open(({ path }) => {
    if (path === 'session') return session(['messages', 'channels'])
    if (path === 'channels') return channels()
    return path === 'messages' ? refuse(code, status) : refuse('not_supported', 501)
  })
  await waitFor(() => expect(composer.getState().connection).toBe('live'))
  composer.setText('Hello')
  composer.send()
  await waitFor(() =>
    expect(composer.getState().items).toMatchObject([
      { status: isUnknown ? 'unconfirmed' : 'failed', isFinal: isUnknown },
    ]),
  )
})

test('says why nothing can be sent while the server is away, and can once it is back', async () => {
  let isAway = true
  const { composer } = open(({ path }) => {
    if (isAway) return undefined
    if (path === 'session') return session(['messages'])
    return refuse('not_supported', 501)
  })
  await waitFor(() => expect(composer.getState()).toMatchObject({ connection: 'lost', failure: { code: 'network' } }))
  isAway = false
  composer.reload()
  await waitFor(() => expect(composer.getState()).toMatchObject({ connection: 'live', failure: null }))
  expect(composer.getState().allowed?.channels).toBeNull()
})

test.each([
  ['arrives', { status: 'delivered' }, { status: 'delivered' }],
  ['fails', { status: 'failed', explanation: 'No such number.' }, { status: 'failed', detail: 'No such number.' }],
])('notices that a message %s, where no event tells it', async (_, delivery, expected) => {
  const clock = createTestClock()
  const chat = { chatType: 'whatsapp', chatId: '79998887766' } as const
  let fields: object = { status: 'pending' }
  let isSent = false
  const { composer } = open(
    ({ path }) => {
      if (path === 'session') return session(['messages', 'conversation'])
      if (path === 'messages') {
        isSent = true
        return json({ messageId: 'm1' }, 202)
      }
      if (path !== 'conversations/whatsapp~79998887766/messages') return refuse('not_supported', 501)
      const own = { id: 'm1', chat, direction: 'outgoing', type: 'text', text: 'Hello', at: '2030-01-01T00:00:00Z' }
      return json({ messages: isSent ? [{ ...own, ...fields }] : [], before: null })
    },
    { contact: { chats: [chat] }, clock },
  )
  await waitFor(() => expect(composer.getState().connection).toBe('live'))
  composer.setText('Hello')
  composer.send()
  const items = () => composer.getState().items
  await waitFor(() => expect(items()).toMatchObject([{ status: 'pending', messageIds: ['m1'] }]))
  await clock.advance(2_000)
  expect(items()).toMatchObject([{ status: 'pending' }])
  fields = delivery
  await clock.advance(3_000)
  await waitFor(() => expect(items()).toMatchObject([expected]))
})

test.each([
  [{ chatType: 'whatsapp', phone: '79998887766' }, ['m1']],
  [{ chatType: 'telegram', phone: '79998887766' }, []],
  [{ chatType: 'telegram', username: 'anna_smith' }, []],
] as const)('reads what became of a message to %j where its chat has the number', async (to, found) => {
  const client = createChat({
    endpoint: 'https://crm.example/chat',
    fetch: async (input) => {
      const path = String(input).replace('https://crm.example/chat/', '')
      if (path === 'session') return session(['messages', 'conversation'])
      if (path !== 'conversations/whatsapp~79998887766/messages') return refuse('not_supported', 501)
      const chat = { chatType: 'whatsapp', chatId: '79998887766' }
      const own = { id: 'm1', chat, direction: 'outgoing', type: 'text', text: 'Hello', at: '2030-01-01T00:00:00Z' }
      return json({ messages: [{ ...own, status: 'delivered' }], before: null })
    },
  })
  onTestFinished(client.close)
  const source = createProxyComposerSource(client)
  const allowed = new Promise((resolve) => {
    onTestFinished(source.subscribe((event) => event.type === 'allowed' && resolve(event)))
  })
  await allowed
  const outcome = await source.fetchStatuses?.(to)
  expect(outcome).toEqual({
    ok: true,
    result: found.map((id) => expect.objectContaining({ messageIds: [id], status: 'delivered' })),
  })
})
