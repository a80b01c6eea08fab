import { parseWhatomateWebhook } from '@crm-chat/vendors/webhooks'
import { isWhatomateError, VendorError, type Whatomate } from '@crm-chat/vendors/whatomate'
import { expect, onTestFinished } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { QuirkName } from '../../src/quirks/quirkTable.ts'
import { keyUserId } from '../../src/whatomate/keyUser.ts'
import { collect } from '../collect.ts'
import { fastClock } from '../fastClock.ts'
import { ann } from '../fixtures/people.ts'
import { startReceiver } from '../startReceiver.ts'
import { callWhatomate, createWhatomateClient, whatomateKey } from '../whatomateClient.ts'
import { catchError } from './catchError.ts'
import { getSocketToken, openLiveSocket } from './liveSocket.ts'
import type { QuirkProof } from './quirkProof.ts'

const dayMs = 24 * 60 * 60 * 1000
const text = 'Hello!'
const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/)
const success = (data: unknown) => ({ status: 'success', data })
const failure = (message: string) => ({ status: 'error', message, data: null })

const get = async (sandbox: Sandbox, route: string, body?: unknown) => (await callWhatomate(sandbox, route, body)).json
const getStatus = async (sandbox: Sandbox, route: string, body?: unknown) =>
  (await callWhatomate(sandbox, route, body)).status

function read(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    value,
  )
}

/** Ann has written: her contact, and the client that knows it. */
async function meetAnn(sandbox: Sandbox): Promise<{ client: Whatomate; contact_id: string; path: string }> {
  const client = createWhatomateClient(sandbox)
  await sandbox.simulate.message({ ...ann, text, name: 'Ann' })
  const json = await get(sandbox, `GET /api/contacts?search=${ann.chatId}`)
  const contact_id = String(read(json, 'data', 'contacts', 0, 'id') ?? read(json, 'data', 'items', 0, 'id'))
  return { client, contact_id, path: `/api/contacts/${contact_id}` }
}

async function getMessage(sandbox: Sandbox, index = 0): Promise<unknown> {
  const { path } = await meetAnn(sandbox)
  const json = await get(sandbox, `GET ${path}/messages`)
  return read(json, 'data', 'messages', index)
}

/** What the client reads of the conversation with Ann, in short. */
async function readMessages({ client, contact_id }: { client: Whatomate; contact_id: string }): Promise<unknown> {
  const { messages } = await client.fetchMessages({ contact_id })
  return messages.map(({ content, direction, message_type }) => [direction, message_type, content.body])
}
const seesAnn = [['incoming', 'text', text]]

/** Sends a text and gives back how far it gets, and why no further. */
async function sendAndWait(sandbox: Sandbox, { silentMs = 0 } = {}): Promise<unknown> {
  const { client, contact_id } = await meetAnn(sandbox)
  sandbox.clock.advance(silentMs)
  const { id } = await client.sendMessage({ contact_id, type: 'text', text: 'Hi' })
  sandbox.clock.advance(1_200)
  const find = async () => (await client.fetchMessages({ contact_id })).messages.find((message) => message.id === id)
  await expect.poll(async () => ['delivered', 'failed'].includes((await find())?.status ?? '')).toBe(true)
  const message = await find()
  return [message?.status, message?.error_message]
}

/** Statuses of a text that the customer answers: as the socket tells them. */
async function watchStatuses(sandbox: Sandbox): Promise<{ type: string; payload: unknown }[]> {
  const { client, contact_id } = await meetAnn(sandbox)
  const { told } = await openLiveSocket(sandbox)
  await client.sendMessage({ contact_id, type: 'text', text: 'Hi' })
  sandbox.clock.advance(1_200)
  await expect.poll(() => told.length).toBeGreaterThanOrEqual(3)
  return told.filter(({ type }) => type !== 'new_message')
}

/** What the real client tells of a text that is sent. */
async function watchByClient(sandbox: Sandbox, socketPath = '/ws'): Promise<unknown> {
  const client = createWhatomateClient(sandbox, { clock: fastClock, random: () => 0, socketPath })
  const types = new Set<string>()
  onTestFinished(client.watchEvents({ onEvent: ({ type }) => types.add(type) }))
  const { contact_id } = await meetAnn(sandbox)
  await expect
    .poll(
      async () => {
        await client.sendMessage({ contact_id, type: 'text', text: 'Hi' })
        sandbox.clock.advance(1_200)
        return [...types].toSorted()
      },
      { timeout: 20_000 },
    )
    .toEqual(['new_message', 'status_update'])
  return [...types].toSorted()
}
const seesEvents = ['new_message', 'status_update']

async function sendFile(sandbox: Sandbox, contact_id: string): Promise<number> {
  const form = new FormData()
  form.append('contact_id', contact_id)
  form.append('type', 'image')
  form.append('file', new Blob(['GIF89a'], { type: 'image/gif' }), 'door.gif')
  const url = `${sandbox.url}/whatomate/api/messages/media`
  return (await fetch(url, { method: 'POST', headers: { 'x-api-key': whatomateKey }, body: form })).status
}

async function sendPicture(sandbox: Sandbox): Promise<{ client: Whatomate; contact_id: string; id: string }> {
  const { client, contact_id } = await meetAnn(sandbox)
  const file = new Blob(['a picture'], { type: 'image/png' })
  const { id } = await client.sendMedia({ contact_id, type: 'image', file, filename: 'door.png' })
  return { client, contact_id, id }
}

async function takeReactionBack(
  sandbox: Sandbox,
): Promise<{ client: Whatomate; contact_id: string; message_id: string }> {
  const { client, contact_id } = await meetAnn(sandbox)
  const { messages } = await client.fetchMessages({ contact_id })
  const message_id = messages[0]?.id ?? ''
  await client.sendReaction({ contact_id, message_id, emoji: '👍' })
  return { client, contact_id, message_id }
}

async function registerWebhook(sandbox: Sandbox, fields: object = {}): Promise<unknown> {
  const { url } = await startReceiver()
  return get(sandbox, 'POST /api/webhooks', { name: 'CRM', url, events: ['message.incoming'], ...fields })
}

async function askOften(sandbox: Sandbox, count: number): Promise<Response> {
  sandbox.clock.setMode({ mode: 'frozen' })
  const ask = () => fetch(`${sandbox.url}/whatomate/api/templates`, { headers: { 'x-api-key': whatomateKey } })
  for (let asked = 1; asked < count; asked++) await (await ask()).text()
  return ask()
}

const readLimit = (response: Response) => [
  response.status,
  ...['retry-after', 'x-ratelimit-limit', 'x-ratelimit-remaining'].map((name) => response.headers.get(name)),
]

/** What shows each quirk of Whatomate. */
export const whatomateProofs = {
  'whatomate.docs2025': {
    observe: async (sandbox) => get(sandbox, `GET ${(await meetAnn(sandbox)).path}/messages`),
    off: success(expect.objectContaining({ messages: [expect.objectContaining({ content: { body: text } })] })),
    on: success(expect.objectContaining({ items: [expect.objectContaining({ content: { text } })] })),
    client: async (sandbox) => readMessages(await meetAnn(sandbox)),
    sees: seesAnn,
  },
  'whatomate.shortTemplateReply': {
    observe: (sandbox) =>
      get(sandbox, 'POST /api/messages/template', { phone_number: ann.chatId, template_name: 'hello_world' }),
    off: success(expect.objectContaining({ id: uuid, contact_id: uuid, message_type: 'template', status: 'pending' })),
    on: success({ message_id: uuid, phone_number: ann.chatId, status: 'pending', template_name: 'hello_world' }),
    client: async (sandbox) => {
      const template = { phone_number: ann.chatId, template_name: 'hello_world' }
      const { id, status } = await createWhatomateClient(sandbox).sendTemplate(template)
      return { id, status }
    },
    sees: { id: uuid, status: 'pending' },
  },
  'whatomate.messageStatusEvent': {
    observe: async (sandbox) => (await watchStatuses(sandbox)).map(({ type }) => type),
    off: ['status_update', 'status_update'],
    on: ['message_status', 'message_status'],
    client: (sandbox) => watchByClient(sandbox),
    sees: seesEvents,
  },
  'whatomate.queryToken': {
    observe: async (sandbox) => {
      const path = `/whatomate/ws?token=${await getSocketToken(sandbox)}`
      const [byQuery, byFrame] = [await openLiveSocket(sandbox, { path, auth: null }), await openLiveSocket(sandbox)]
      return [byQuery.ends.length === 0, byFrame.ends.length === 0]
    },
    off: [false, true],
    on: [true, false],
    client: (sandbox) => watchByClient(sandbox),
    sees: seesEvents,
  },
  'whatomate.apiSocketPath': {
    observe: async (sandbox) => [
      (await openLiveSocket(sandbox)).ends.length === 0,
      (await openLiveSocket(sandbox, { path: '/whatomate/api/ws' })).ends.length === 0,
    ],
    off: [true, false],
    on: [false, true],
    client: (sandbox) => watchByClient(sandbox, sandbox.quirks.isOn('whatomate.apiSocketPath') ? '/api/ws' : '/ws'),
    sees: seesEvents,
  },
  'whatomate.objectReply': {
    observe: async (sandbox) => {
      await meetAnn(sandbox)
      const { told } = await openLiveSocket(sandbox)
      const { messageId } = await sandbox.simulate.message({ ...ann, text: 'One' })
      await sandbox.simulate.message({ ...ann, text: 'Two', refMessageId: messageId })
      await expect.poll(() => told).toHaveLength(2)
      return read(told[1]?.payload, 'reply_to_message', 'content')
    },
    off: 'One',
    on: { body: 'One' },
  },
  'whatomate.noMarkRead': {
    observe: async (sandbox) => getStatus(sandbox, `POST ${(await meetAnn(sandbox)).path}/mark-read`),
    off: 200,
    on: 404,
  },
  'whatomate.statusRegression': {
    observe: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      const { told } = await openLiveSocket(sandbox)
      const { id } = await client.sendMessage({ contact_id, type: 'text', text: 'Hi' })
      await sandbox.simulate.message({ ...ann, text: 'Thanks' })
      await sandbox.simulate.message({ ...ann, text: 'Bye' })
      await expect.poll(() => told.filter(({ type }) => type === 'new_message')).toHaveLength(3)
      return (await client.fetchMessages({ contact_id })).messages.find((message) => message.id === id)?.status
    },
    off: 'read',
    on: 'delivered',
  },
  'whatomate.serviceWindow': {
    observe: (sandbox) => sendAndWait(sandbox, { silentMs: dayMs }),
    off: ['delivered', undefined],
    on: ['failed', expect.stringContaining('131047')],
  },
  'whatomate.failedSends': {
    observe: (sandbox) => sendAndWait(sandbox),
    off: ['delivered', undefined],
    on: ['failed', expect.stringContaining('131000')],
  },
  'whatomate.botReads': {
    observe: async (sandbox) =>
      read(await get(sandbox, `GET ${(await meetAnn(sandbox)).path}`), 'data', 'unread_count'),
    off: 1,
    on: 0,
  },
  'whatomate.maskedPhones': {
    observe: async (sandbox) =>
      read(await get(sandbox, `GET ${(await meetAnn(sandbox)).path}`), 'data', 'phone_number'),
    off: ann.chatId,
    on: '*******7766',
    client: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      return (await client.fetchContact({ contact_id })).name
    },
    sees: 'Ann',
  },
  'whatomate.rateLimit': {
    observe: async (sandbox) => readLimit(await askOften(sandbox, 201)),
    off: [200, null, null, null],
    on: [429, '60', null, null],
  },
  'whatomate.rateLimitHeaders': {
    observe: async (sandbox) => readLimit(await askOften(sandbox, 101)),
    off: [200, null, null, null],
    on: [429, null, '100', '0'],
  },
  'whatomate.smallBodies': {
    observe: async (sandbox) => {
      const response = await fetch(`${sandbox.url}/whatomate/api/contacts`, {
        method: 'POST',
        headers: { 'x-api-key': whatomateKey, 'content-type': 'application/json' },
        body: JSON.stringify({ phone_number: '+919876543210', profile_name: 'x'.repeat(4 * 1024 * 1024) }),
      })
      return [response.status, response.status === 200 ? 'taken' : await response.text()]
    },
    off: [200, 'taken'],
    on: [400, 'Error when parsing request'],
  },
  'whatomate.nullDeleted': {
    observe: async (sandbox) => get(sandbox, `DELETE ${(await meetAnn(sandbox)).path}`),
    off: success({ message: 'Contact deleted successfully' }),
    on: success(null),
    client: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      await client.deleteContact({ contact_id })
      return isWhatomateError(await catchError(client.fetchContact({ contact_id })), 'CONTACT_NOT_FOUND')
    },
    sees: true,
  },
  'whatomate.oneSocketPerUser': {
    observe: async (sandbox) => {
      const first = await openLiveSocket(sandbox)
      const second = await openLiveSocket(sandbox)
      second.socket.send('{"type":"ping"}')
      await expect.poll(() => second.told).toEqual([{ type: 'pong', payload: null }])
      first.socket.send('{"type":"ping"}', () => undefined)
      await expect.poll(() => first.told.length + first.ends.length).toBe(1)
      return first.ends.length
    },
    off: 0,
    on: 1,
  },
  'whatomate.mediaLimits': {
    observe: async (sandbox) => sendFile(sandbox, (await meetAnn(sandbox)).contact_id),
    off: 200,
    on: 400,
    client: async (sandbox) => {
      const { id } = await sendPicture(sandbox)
      return id
    },
    sees: uuid,
  },
  'whatomate.legacySend': {
    observe: async (sandbox) => {
      const { contact_id } = await meetAnn(sandbox)
      return getStatus(sandbox, 'POST /api/messages', { contact_id, type: 'text', content: { body: 'Hi' } })
    },
    off: 400,
    on: 200,
  },
  'whatomate.wholePastEnd': {
    observe: async (sandbox) => {
      const { path } = await meetAnn(sandbox)
      const pages = [2, 3].map((page) => get(sandbox, `GET ${path}/messages?limit=1&page=${page}`))
      return (await Promise.all(pages)).map((json) => read(json, 'data', 'messages', 'length'))
    },
    off: [0, 0],
    on: [0, 1],
    client: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      return (await collect(client.listMessages({ contact_id }))).length
    },
    sees: 1,
  },
  'whatomate.shrunkLimit': {
    observe: async (sandbox) => {
      const { path } = await meetAnn(sandbox)
      await sandbox.simulate.message({ ...ann, text: 'Two' })
      await sandbox.simulate.message({ ...ann, text: 'Three' })
      return read(await get(sandbox, `GET ${path}/messages?limit=2&page=2`), 'data', 'limit')
    },
    off: 2,
    on: 1,
    client: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      return (await client.fetchMessages({ contact_id, mark_read: true })).messages.length
    },
    sees: 1,
  },
  'whatomate.emptyFields': {
    observe: async (sandbox) => read(await getMessage(sandbox), 'media_url'),
    off: undefined,
    on: '',
    client: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      const [message] = (await client.fetchMessages({ contact_id })).messages
      return [message?.media_url, message?.interactive_data, message?.reply_to_message_id, message?.reactions]
    },
    sees: [undefined, undefined, undefined, []],
  },
  'whatomate.storagePaths': {
    observe: async (sandbox) => {
      const { client, contact_id } = await sendPicture(sandbox)
      return (await client.fetchMessages({ contact_id })).messages[1]?.media_url
    },
    off: expect.stringMatching(/^\/api\/media\/[0-9a-f-]{36}$/),
    on: expect.stringMatching(/^images\/[0-9a-f-]{36}\.png$/),
    client: async (sandbox) => {
      const { client, id } = await sendPicture(sandbox)
      const file = await client.fetchMedia({ message_id: id })
      return [file.type, await file.text()]
    },
    sees: ['image/png', 'a picture'],
  },
  'whatomate.commaParameters': {
    observe: (sandbox) =>
      get(sandbox, 'POST /api/messages/template', { phone_number: ann.chatId, template_name: 'order_confirmation' }),
    off: failure('Missing template parameters: name, order_id. Expected parameters: [name order_id]'),
    on: failure('Missing template parameters: name, order_id. Expected parameters: [name, order_id]'),
    client: async (sandbox) => {
      const template = { phone_number: ann.chatId, template_name: 'order_confirmation' }
      const error = await catchError(createWhatomateClient(sandbox).sendTemplate(template))
      return isWhatomateError(error, 'TEMPLATE_PARAMETERS_MISSING')
    },
    sees: true,
  },
  'whatomate.nullReactions': {
    observe: async (sandbox) => {
      const { contact_id, message_id } = await takeReactionBack(sandbox)
      const route = `POST /api/contacts/${contact_id}/messages/${message_id}/reaction`
      return read(await get(sandbox, route, { emoji: '' }), 'data', 'reactions')
    },
    off: [],
    on: null,
    client: async (sandbox) => {
      const { client, ...message } = await takeReactionBack(sandbox)
      return client.sendReaction({ ...message, emoji: '' })
    },
    sees: [],
  },
  'whatomate.customFields': {
    observe: async (sandbox) => {
      const json = await get(sandbox, 'POST /api/contacts', { phone_number: '919876543210', metadata: { crm: 17 } })
      return [read(json, 'data', 'metadata'), read(json, 'data', 'custom_fields')]
    },
    off: [{ crm: 17 }, undefined],
    on: [undefined, { crm: 17 }],
    client: async (sandbox) => {
      const contact = { phone_number: '919876543210', metadata: { crm: 17 } }
      return (await createWhatomateClient(sandbox).createContact(contact)).metadata
    },
    sees: { crm: 17 },
  },
  'whatomate.caseSensitiveSearch': {
    observe: async (sandbox) => {
      const { client } = await meetAnn(sandbox)
      const found = ['ann', 'Ann'].map((search) => collect(client.listContacts({ search })))
      return (await Promise.all(found)).map(({ length }) => length)
    },
    off: [1, 1],
    on: [0, 1],
  },
  'whatomate.stubContacts': {
    observe: async (sandbox) => {
      const { path } = await meetAnn(sandbox)
      return [
        await getStatus(sandbox, 'POST /api/contacts', { phone_number: '919876543210' }),
        await getStatus(sandbox, `PUT ${path}`, { profile_name: 'Ann K.' }),
        await getStatus(sandbox, `DELETE ${path}`),
      ]
    },
    off: [200, 200, 200],
    on: [501, 501, 501],
  },
  'whatomate.keyOpensSocket': {
    observe: async (sandbox) => (await openLiveSocket(sandbox, { auth: whatomateKey })).ends,
    off: [1008],
    on: [],
    client: (sandbox) => watchByClient(sandbox),
    sees: seesEvents,
  },
  'whatomate.silentFailures': {
    observe: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      const { told } = await openLiveSocket(sandbox)
      sandbox.quirks.set('whatomate.failedSends', true)
      await client.sendMessage({ contact_id, type: 'text', text: 'Hi' })
      sandbox.clock.advance(1_200)
      await expect.poll(async () => (await client.fetchMessages({ contact_id })).messages[1]?.status).toBe('failed')
      await sandbox.simulate.message({ ...ann, text: 'After that' })
      await expect.poll(() => JSON.stringify(told)).toContain('After that')
      return told.map(({ type }) => type)
    },
    off: ['new_message', 'status_update', 'new_message'],
    on: ['new_message', 'new_message'],
  },
  'whatomate.bareStatus': {
    observe: async (sandbox) => (await watchStatuses(sandbox))[0]?.payload,
    off: { message_id: uuid, contact_id: uuid, status: 'sent', wamid: expect.stringMatching(/^wamid\./) },
    on: { message_id: uuid, status: 'sent' },
    client: (sandbox) => watchByClient(sandbox),
    sees: seesEvents,
  },
  'whatomate.colonEvents': {
    observe: async (sandbox) => read(await registerWebhook(sandbox), 'data', 'events'),
    off: ['message.incoming'],
    on: ['message:incoming'],
    client: async (sandbox) => {
      const receiver = await startReceiver()
      const hook = { name: 'CRM', url: receiver.url, events: ['message.incoming'], secret: 'a-secret' }
      const { events } = await createWhatomateClient(sandbox).createWebhook(hook)
      await sandbox.simulate.message({ ...ann, text })
      await expect.poll(() => receiver.calls).toHaveLength(1)
      const { headers = {}, text: body = '' } = receiver.calls[0] ?? {}
      const [event] = await parseWhatomateWebhook({ headers, body, options: { secret: 'a-secret' } })
      return [events, event?.kind]
    },
    sees: [['message.incoming'], 'message'],
  },
  'whatomate.generatedSecret': {
    observe: async (sandbox) => {
      const json = await registerWebhook(sandbox)
      const listed = await get(sandbox, 'GET /api/webhooks')
      return [read(json, 'data', 'secret'), read(listed, 'data', 'webhooks', 0, 'has_secret')]
    },
    off: [undefined, false],
    on: [expect.stringMatching(/^[0-9a-f]{32}$/), true],
    client: async (sandbox) => {
      const { url } = await startReceiver()
      const hook = { name: 'CRM', url, events: ['message.incoming'], secret: 'a-secret' }
      const webhook = await createWhatomateClient(sandbox).createWebhook(hook)
      return [webhook.has_secret, webhook.secret]
    },
    sees: [true, undefined],
  },
  'whatomate.agentKey': {
    observe: async (sandbox) => {
      const isOn = sandbox.quirks.isOn('whatomate.agentKey')
      sandbox.quirks.set('whatomate.agentKey', false) // Whose id would otherwise not be known.
      const { path, client, contact_id } = await meetAnn(sandbox)
      sandbox.quirks.set('whatomate.agentKey', isOn)
      const before = [await getStatus(sandbox, `GET ${path}`), (await collect(client.listContacts())).length]
      await sandbox.simulate.transfer({ ...ann, change: 'assigned', agentId: keyUserId })
      const after = [await getStatus(sandbox, `GET ${path}`), (await collect(client.listContacts())).length]
      const refusals = await Promise.all(
        [client.createContact({ phone_number: '919876543210' }), client.fetchWebhooks()].map((call) =>
          call.then(
            () => 'done',
            (error: unknown) => error instanceof VendorError && error.name,
          ),
        ),
      )
      return [before, after, refusals, (await client.fetchMessages({ contact_id })).messages.length]
    },
    off: [[200, 1], [200, 1], ['done', 'done'], 1],
    on: [[404, 0], [200, 1], ['VendorAuthError', 'VendorAuthError'], 1],
  },
} satisfies Partial<Record<QuirkName, QuirkProof>>
