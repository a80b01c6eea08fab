import { errorBodySchema, maxRecords, requestHeader, routes, sessionSchema } from '@crm-chat/protocol'
import { describe, expect, it } from 'vitest'
import { type BackendCall, channel, contact, createFullBackend, message } from '../../test/createFullBackend.ts'
import { crmUrl, pageHeaders } from '../../test/requests.ts'
import type { Backend } from '../backend.ts'
import { memoryConversations } from '../conversations/memoryConversations.ts'
import { createChatProxy } from '../createChatProxy.ts'
import type { ChatProxyOptions } from '../parseOptions.ts'
import { operations } from './operations.ts'

const ann = { id: '1', name: 'Ann Lee', roles: ['admin'] }
const to = { chatType: 'whatsapp', chatId: '79998887766' } as const

interface SetUp extends Omit<Partial<ChatProxyOptions>, 'backend'> {
  without?: keyof Backend
}

function setUp({ without, ...options }: SetUp = {}) {
  const { backend, calls } = createFullBackend()
  if (without) delete backend[without]
  const chat = createChatProxy({
    backend,
    identify: () => ann,
    authorizeChats: () => true,
    enable: ['channelAdmin', 'exports', 'vendorData'],
    files: { storeFile: async () => ({ url: 'https://crm.example.com/f/1', expiresAt: null }) },
    ...options,
  })
  return { chat, calls }
}

/** The request of an operation with these values of its path. */
function toRequest({ name, ids = {}, body, query = '' }: Omit<OperationCase, 'expected'>): Request {
  const { method, path } = routes[name]
  const filled = path.replace(/:(\w+)/g, (_, id: string) => encodeURIComponent(ids[id] ?? ''))
  const init = method === 'GET' ? {} : { [requestHeader.name]: requestHeader.value, origin: crmUrl }
  return new Request(`${crmUrl}/chat${filled}${query}`, {
    method,
    headers: {
      ...pageHeaders,
      ...init,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
  })
}

interface OperationCase {
  name: keyof typeof operations
  ids?: Record<string, string>
  query?: string
  body?: unknown
  expected: { status: number; body: unknown; call: BackendCall | undefined }
}

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
const job = { id: 'e-1', state: 'running', progress: 0.5 }
const period = { from: '2030-01-01T00:00:00Z', to: '2030-01-02T00:00:00Z' }
const k1 = { conversationId: 'k-1' }
const c1 = { channelId: 'c-1' }
const contacts = { kind: 'contacts' }

const cases: OperationCase[] = [
  { name: 'channels', expected: { status: 200, body: { channels: [channel] }, call: ['channels.list', {}] } },
  { name: 'channel', ids: c1, expected: { status: 200, body: channel, call: ['channels.list', {}] } },
  {
    name: 'createChannel',
    body: { transport: 'telegram', credentials: { token: 't' } },
    expected: {
      status: 201,
      body: { channel },
      call: ['channelAdmin.create', { transport: 'telegram', credentials: { token: 't' } }],
    },
  },
  {
    name: 'channelLink',
    body: { transport: 'whatsapp' },
    expected: {
      status: 200,
      body: { url: 'https://vendor.example/connect', origin: 'https://vendor.example', expiresAt: null },
      call: ['channelAdmin.link', { transport: 'whatsapp' }],
    },
  },
  {
    name: 'verifyChannel',
    ids: c1,
    body: { code: '123' },
    expected: { status: 204, body: undefined, call: ['channelAdmin.verify', { ...c1, code: '123' }] },
  },
  {
    name: 'reinitChannel',
    ids: c1,
    body: {},
    expected: {
      status: 200,
      body: { channel, url: 'https://meta.example/connect' },
      call: ['channelAdmin.reinit', { ...c1 }],
    },
  },
  {
    name: 'pairChannel',
    ids: c1,
    body: { phone: '79998887766' },
    expected: {
      status: 200,
      body: { code: 'ABCD-1234' },
      call: ['channelAdmin.pair', { ...c1, phone: '79998887766' }],
    },
  },
  {
    name: 'deleteChannel',
    ids: c1,
    query: '?chats=delete',
    expected: { status: 204, body: undefined, call: ['channelAdmin.delete', { ...c1, chats: 'delete' }] },
  },
  {
    name: 'sendMessage',
    body: { to, text: 'Hello', keepUnanswered: true },
    expected: {
      status: 202,
      body: { messageId: 'm-2' },
      call: ['messages.send', { user: ann, request: { to, text: 'Hello', keepUnanswered: true } }],
    },
  },
  {
    name: 'templates',
    expected: {
      status: 200,
      body: { templates: [{ id: 't-1', name: 'Hi', status: 'approved' }] },
      call: ['templates.list', {}],
    },
  },
  {
    name: 'uploadFile',
    body: png,
    expected: {
      status: 201,
      body: { url: 'https://crm.example.com/f/1', name: 'file', mimeType: 'image/png', size: 16, expiresAt: null },
      call: undefined,
    },
  },
  { name: 'createExport', body: period, expected: { status: 202, body: job, call: ['exports.create', period] } },
  {
    name: 'readExport',
    ids: { exportId: 'e-1' },
    expected: { status: 200, body: job, call: ['exports.read', { exportId: 'e-1' }] },
  },
  {
    name: 'vendorData',
    ids: contacts,
    query: '?offset=100&orderBy=name&descending=1',
    expected: {
      status: 200,
      body: { records: [contact], next: 101, orders: ['id', 'name'], fields: ['name', 'chats'] },
      call: ['contacts.list', { offset: 100, order: { by: 'name', descending: true } }],
    },
  },
  {
    name: 'saveVendorData',
    ids: contacts,
    body: { records: [contact] },
    expected: { status: 200, body: { done: 1, missing: 0, rejected: [] }, call: ['contacts.save', [contact]] },
  },
  {
    name: 'deleteVendorData',
    ids: contacts,
    body: { ids: ['k-1', 'k-9'] },
    expected: {
      status: 200,
      body: { done: 1, missing: 1, rejected: [] },
      call: ['contacts.delete', ['k-1', 'k-9']],
    },
  },
  {
    name: 'conversation',
    ids: k1,
    query: '?before=m-9',
    expected: {
      status: 200,
      body: { messages: [message], before: null },
      call: ['conversation.page', { ...k1, before: 'm-9', limit: 50 }],
    },
  },
  {
    name: 'readConversation',
    ids: k1,
    body: { messageId: 'm-1' },
    expected: { status: 204, body: undefined, call: ['conversation.markRead', { ...k1, messageId: 'm-1' }] },
  },
]

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}

async function codeOf(response: Response): Promise<string> {
  return errorBodySchema.parse(await response.json()).error.code
}

describe.each(cases)('$name', ({ expected, ...operation }) => {
  const { access, feature } = operations[operation.name]

  it('hands the backend what the page may say and the session’s user, and the page what the contract names', async () => {
    const { chat, calls } = setUp()
    const response = await chat.fetch(toRequest(operation))
    expect({ status: response.status, body: await answerOf(response) }).toEqual({
      status: expected.status,
      body: expected.body,
    })
    expect(calls).toEqual(expected.call ? [expected.call] : [])
  })

  it('is for signed-in users only', async () => {
    const { chat, calls } = setUp({ identify: () => null })
    expect(await codeOf(await chat.fetch(toRequest(operation)))).toBe('unauthenticated')
    expect(calls).toEqual([])
  })

  it('is not for pages of other origins', async () => {
    const { chat, calls } = setUp()
    const request = toRequest(operation)
    request.headers.set('origin', 'https://evil.com')
    request.headers.set('sec-fetch-site', 'cross-site')
    expect(await codeOf(await chat.fetch(request))).toBe('foreign_origin')
    expect(calls).toEqual([])
  })

  if (routes[operation.name].method !== 'GET')
    it('needs the header that no foreign form can set', async () => {
      const { chat, calls } = setUp()
      const request = toRequest(operation)
      request.headers.delete(requestHeader.name)
      expect(await codeOf(await chat.fetch(request))).toBe('foreign_origin')
      expect(calls).toEqual([])
    })

  if (access === 'admin')
    it('is for administrators only, by the roles that the CRM names', async () => {
      const someone = { ...ann, roles: ['manager'] }
      const { chat, calls } = setUp({ identify: () => someone })
      expect(await codeOf(await chat.fetch(toRequest(operation)))).toBe('forbidden')
      expect(calls).toEqual([])
      const named = setUp({ identify: () => someone, adminRoles: ['manager'] })
      expect((await named.chat.fetch(toRequest(operation))).status).toBe(expected.status)
      const noRoles = setUp({ identify: () => ({ id: '1', name: 'Ann' }) })
      expect(await codeOf(await noRoles.chat.fetch(toRequest(operation)))).toBe('forbidden')
    })

  if (feature !== undefined)
    it('is off unless the CRM switches it on', async () => {
      const { chat, calls } = setUp({ enable: [] })
      const response = await chat.fetch(toRequest(operation))
      expect(response.status).toBe(501)
      expect(errorBodySchema.parse(await response.json()).error.message).toContain(`enable: ['${feature}']`)
      expect(calls).toEqual([])
    })

  if (operation.body !== undefined && !(operation.body instanceof Uint8Array))
    it('refuses fields that it does not know, and a body that is no JSON', async () => {
      const { chat, calls } = setUp()
      const more = { ...(operation.body as object), userId: '2' }
      const response = await chat.fetch(toRequest({ ...operation, body: more }))
      expect(errorBodySchema.parse(await response.json()).error).toMatchObject({
        code: 'invalid_request',
        message: expect.stringContaining('"userId"'),
      })
      const plain = toRequest(operation)
      plain.headers.set('content-type', 'text/plain')
      expect(await codeOf(await chat.fetch(plain))).toBe('unsupported_media_type')
      expect(calls).toEqual([])
    })

  it('is listed in the session while it is offered', async () => {
    const { capability } = operations[operation.name]
    const { chat } = setUp()
    const read = async (own = chat) =>
      sessionSchema.parse(await (await own.fetch(toRequest({ name: 'session' }))).json()).capabilities
    expect(await read()).toContain(capability)
    if (access === 'admin')
      expect(await read(setUp({ identify: () => ({ ...ann, roles: [] }) }).chat)).not.toContain(capability)
  })
})

it('what changes or shows the company’s account is for administrators, and off unless the CRM switches it on', () => {
  const restricted = Object.entries(operations).filter(([, { access, feature }]) => access === 'admin' || feature)
  expect(restricted.map(([name, { access, feature }]) => [name, access, feature])).toEqual([
    ...['createChannel', 'channelLink', 'verifyChannel', 'reinitChannel', 'pairChannel', 'deleteChannel'].map(
      (name) => [name, 'admin', 'channelAdmin'],
    ),
    ...['createExport', 'readExport'].map((name) => [name, 'admin', 'exports']),
    ...['vendorData', 'saveVendorData', 'deleteVendorData'].map((name) => [name, 'admin', 'vendorData']),
  ])
})

it('the session names what is only for administrators to those who are none', async () => {
  const read = async (options: Parameters<typeof setUp>[0]) => {
    const response = await setUp(options).chat.fetch(toRequest({ name: 'session' }))
    return sessionSchema.parse(await response.json()).restricted
  }
  const other = { identify: () => ({ ...ann, roles: [] }) }
  expect(await read({})).toBeUndefined()
  expect(await read(other)).toEqual(expect.arrayContaining(['channelAdmin', 'exports']))
  expect(await read({ ...other, without: 'channelAdmin' })).not.toContain('channelAdmin')
})

it.each<[keyof Backend, OperationCase['name'][]]>([
  ['channels', ['channels', 'channel']],
  ['channelAdmin', ['createChannel', 'channelLink', 'verifyChannel', 'reinitChannel', 'pairChannel', 'deleteChannel']],
  ['messages', ['sendMessage', 'uploadFile']],
  ['templates', ['templates']],
  ['exports', ['createExport', 'readExport']],
  ['entities', ['vendorData', 'saveVendorData', 'deleteVendorData']],
  ['conversation', ['conversation', 'readConversation']],
])('without %s of the vendor, its operations are not supported', async (without, names) => {
  for (const own of cases.filter(({ name }) => names.includes(name))) {
    const response = await setUp({ without }).chat.fetch(toRequest(own))
    expect([own.name, response.status]).toEqual([own.name, 501])
  }
})

describe('an id in a path', () => {
  it.each(['../v2/users', 'a/b', 'a?b', 'a#b', '.', '..', 'a b', 'a\nb', '%00', 'x'.repeat(201), ''])(
    'names nothing else: %j',
    async (channelId) => {
      const { chat, calls } = setUp()
      const response = await chat.fetch(toRequest({ name: 'deleteChannel', ids: { channelId } }))
      expect([404, 405]).toContain(response.status)
      expect(calls).toEqual([])
    },
  )
})

describe('a deleted channel', () => {
  it.each([
    ['', 204, [['channelAdmin.delete', { ...c1, chats: 'keep' }]]],
    ['?chats=keep', 204, [['channelAdmin.delete', { ...c1, chats: 'keep' }]]],
    ['?chats=true', 400, []],
    ['?chats=delete&chats=keep', 400, []],
  ])('keeps its chats unless told otherwise in one clear word: %j', async (query, status, expected) => {
    const { chat, calls } = setUp()
    const response = await chat.fetch(toRequest({ name: 'deleteChannel', ids: c1, query }))
    expect(response.status).toBe(status)
    expect(calls).toEqual(expected)
  })
})

describe('a message', () => {
  const send = (body: object): Request => toRequest({ name: 'sendMessage', body })

  it.each([
    ['a chat', to],
    ['a user name', { chatType: 'telegram', username: 'ann' }],
    ['a phone number', { chatType: 'telegram', phone: '79998887766' }],
  ])('goes to %s only where the CRM allows it', async (_, recipient) => {
    const refusing = setUp({ authorizeChats: () => false, authorizeRecipient: () => false })
    expect(await codeOf(await refusing.chat.fetch(send({ to: recipient, text: 'Hello' })))).toBe('forbidden')
    expect(refusing.calls).toEqual([])
    const allowing = setUp({ authorizeChats: () => true, authorizeRecipient: () => true })
    expect((await allowing.chat.fetch(send({ to: recipient, text: 'Hello' }))).status).toBe(202)
  })

  it.each([
    [
      { chatType: 'whatsapp', phone: '79998887766' },
      { chatType: 'whatsapp', chatId: '79998887766' },
    ],
    [
      { chatType: 'telegram', phone: '79998887766' },
      { chatType: 'telegram', phone: '79998887766' },
    ],
  ])('to a number goes to its chat where the number names one: %j', async (recipient, sentTo) => {
    const { chat, calls } = setUp({ authorizeChats: () => false, authorizeRecipient: () => true })
    expect((await chat.fetch(send({ to: recipient, text: 'Hello' }))).status).toBe(202)
    expect(calls).toMatchObject([['messages.send', { request: { to: sentTo } }]])
  })

  it('goes to no user name or phone number without a hook that allows it', async () => {
    const { chat, calls } = setUp()
    const response = await chat.fetch(send({ to: { chatType: 'telegram', phone: '79998887766' }, text: 'Hello' }))
    expect(await codeOf(response)).toBe('forbidden')
    expect(calls).toEqual([])
  })

  it('of one id is sent once for each user, however often the page asks', async () => {
    let user = ann
    const { chat, calls } = setUp({ identify: () => user })
    const request = { to, text: 'Hello', crmMessageId: 'x-1' }
    const answers = await Promise.all(Array.from({ length: 5 }, async () => (await chat.fetch(send(request))).json()))
    expect(answers).toEqual(Array(5).fill({ messageId: 'm-2' }))
    expect(calls).toHaveLength(1)
    user = { ...ann, id: '2' }
    await chat.fetch(send(request))
    expect(calls).toHaveLength(2)
  })

  it('is limited in a minute, with editing and deleting', async () => {
    const { chat, calls } = setUp({ limits: { messagesPerMinute: 2 } })
    const statuses: number[] = []
    for (const text of ['1', '2', '3']) statuses.push((await chat.fetch(send({ to, text }))).status)
    expect(statuses).toEqual([202, 202, 429])
    expect(calls).toHaveLength(2)
  })

  it.each(['editMessage', 'deleteMessage'] as const)('is changed where the CRM allows its chat: %s', async (name) => {
    const conversations = memoryConversations()
    await conversations.append({ kind: 'message', message: { ...message, conversationId: 'whatsapp~79998887766' } })
    const incoming = { ...message, id: 'm-3', direction: 'incoming' as const, conversationId: 'whatsapp~79998887766' }
    await conversations.append({ kind: 'message', message: incoming })
    let allowed = false
    const asked: unknown[] = []
    const authorizeChats: ChatProxyOptions['authorizeChats'] = ({ chats }) => {
      asked.push(chats)
      return allowed
    }
    const { chat, calls } = setUp({ conversations, authorizeChats })
    const change = (messageId: string): Request =>
      toRequest({ name, ids: { messageId }, ...(name === 'editMessage' ? { body: { text: 'Bye' } } : {}) })
    expect(await codeOf(await chat.fetch(change('m-1')))).toBe('forbidden')
    expect(asked).toEqual([[{ chatType: 'whatsapp', chatId: '79998887766' }]])
    allowed = true
    expect((await chat.fetch(change('m-1'))).status).toBe(204)
    expect(await codeOf(await chat.fetch(change('m-3')))).toBe('invalid_request')
    expect(await codeOf(await chat.fetch(change('m-9')))).toBe('not_found')
    const edit = name === 'editMessage' ? { edit: { text: 'Bye' } } : {}
    expect(calls).toEqual([
      [name === 'editMessage' ? 'messages.edit' : 'messages.delete', { user: ann, messageId: 'm-1', ...edit }],
    ])
  })

  it('cannot be changed without a store that knows its chat', async () => {
    const response = await setUp().chat.fetch(toRequest({ name: 'deleteMessage', ids: { messageId: 'm-1' } }))
    expect(await codeOf(response)).toBe('not_supported')
  })
})

describe('data at the vendor', () => {
  const save = (kind: string, records: unknown[]): Request =>
    toRequest({ name: 'saveVendorData', ids: { kind }, body: { records } })

  it('that is not in order is rejected record by record, with its place and the field', async () => {
    const { chat, calls } = setUp()
    const nameless = { ...contact, id: 'k-2', name: '' }
    const response = await chat.fetch(save('contacts', [contact, nameless, { name: 'Ben' }]))
    expect(await response.json()).toEqual({
      done: 1,
      missing: 0,
      rejected: [
        { index: 1, id: 'k-2', code: 'invalid_request', reason: 'name: must have at least 1.' },
        { index: 2, code: 'invalid_request', reason: expect.stringMatching(/^id: .*chats: /) },
      ],
    })
    expect(calls).toEqual([['contacts.save', [contact]]])
  })

  it('goes to the vendor as the contract names it, whatever the page adds', async () => {
    const { chat, calls } = setUp()
    await chat.fetch(save('contacts', [{ ...contact, isAdmin: true }]))
    await chat.fetch(save('users', [{ id: 'u-1', name: 'Kate', roles: ['admin'] }]))
    expect(calls).toEqual([
      ['contacts.save', [contact]],
      ['users.save', [{ id: 'u-1', name: 'Kate' }]],
    ])
  })

  it('takes no more of one request than its limit', async () => {
    const { chat, calls } = setUp()
    const many = Array.from({ length: maxRecords + 1 }, (_, index) => ({ ...contact, id: `k-${index}` }))
    expect(await codeOf(await chat.fetch(save('contacts', many)))).toBe('invalid_request')
    expect(calls).toEqual([])
  })

  it('has these kinds only, and of each only the calls that the vendor has', async () => {
    const { chat, calls } = setUp()
    const list = (kind: string, query = ''): Request => toRequest({ name: 'vendorData', ids: { kind }, query })
    expect(await codeOf(await chat.fetch(list('messages')))).toBe('not_found')
    expect(await codeOf(await chat.fetch(list('constructor')))).toBe('not_found')
    expect(await codeOf(await chat.fetch(list('deals')))).toBe('not_supported')
    expect(await codeOf(await chat.fetch(list('users')))).toBe('not_supported')
    expect(await codeOf(await chat.fetch(list('contacts', '?offset=-1')))).toBe('invalid_request')
    expect(await codeOf(await chat.fetch(list('contacts', '?orderBy=phone')))).toBe('invalid_request')
    expect(calls).toEqual([])
  })
})

describe('a conversation', () => {
  const read = (conversationId: string): Request => toRequest({ name: 'conversation', ids: { conversationId } })

  it('is shown where the CRM allows its chat', async () => {
    const { chat, calls } = setUp({ authorizeChats: ({ chats }) => chats[0]?.chatId !== '7' })
    expect(await codeOf(await chat.fetch(read('k-1')))).toBe('forbidden')
    expect(await codeOf(await chat.fetch(read('k-9')))).toBe('not_found')
    expect(calls).toEqual([])
  })

  it('comes from the CRM’s own store where the vendor has none, can be searched, and is read by each user', async () => {
    const conversations = memoryConversations()
    const conversationId = 'whatsapp~79998887766'
    const stored = { ...message, conversationId }
    await conversations.append({ kind: 'message', message: stored })
    const { chat } = setUp({ conversations, without: 'conversation' })
    expect(await (await chat.fetch(read(conversationId))).json()).toEqual({ messages: [stored], before: null })
    const search = (query: string): Promise<Response> =>
      chat.fetch(toRequest({ name: 'searchConversation', ids: { conversationId }, query }))
    expect(await (await search('?text=hell')).json()).toEqual({ messages: [stored] })
    expect(await codeOf(await search(''))).toBe('invalid_request')
    expect(await codeOf(await search(`?text=${'x'.repeat(501)}`))).toBe('invalid_request')
    const from = (query: string): Promise<Response> =>
      chat.fetch(toRequest({ name: 'conversationFrom', ids: { conversationId }, query }))
    expect(await (await from(`?time=${stored.at}`)).json()).toEqual({ messages: [stored], before: null })
    expect(await (await from('?time=2999-01-01T00:00:00Z')).json()).toEqual({ messages: [], before: null })
    for (const query of ['', '?time=', '?time=7', '?time=tomorrow', '?time=2030-13-01T00:00:00Z'])
      expect(await codeOf(await from(query)), query).toBe('invalid_request')
    const body = { messageId: 'm-1' }
    expect((await chat.fetch(toRequest({ name: 'readConversation', ids: { conversationId }, body }))).status).toBe(204)
    expect(await conversations.lastRead({ conversationId, userId: '1' })).toBe('m-1')
    expect(await conversations.lastRead({ conversationId, userId: '2' })).toBeUndefined()
  })
})

describe('a file of a message', () => {
  const open = (mediaId: string): Request => toRequest({ name: 'media', ids: { mediaId } })

  it('comes through the proxy, and cannot run in the page', async () => {
    const { chat } = setUp()
    const response = await chat.fetch(open('f-1'))
    expect(await response.text()).toBe('picture')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "inline; filename*=UTF-8''photo.png",
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  it('is shown where the CRM allows its chat', async () => {
    const { chat, calls } = setUp({ authorizeChats: () => false })
    expect(await codeOf(await chat.fetch(open('f-1')))).toBe('forbidden')
    expect(await codeOf(await chat.fetch(open('f-9')))).toBe('not_found')
    expect(calls).toEqual([])
  })
})

describe('an upload', () => {
  const upload = (body: Uint8Array, name?: string): Request => {
    const request = toRequest({ name: 'uploadFile', body })
    if (name !== undefined) request.headers.set('x-file-name', encodeURIComponent(name))
    return request
  }

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\photos\\cat.png', 'cat.png'],
    ['цена‮gnp.exe', 'ценаgnp.exe'],
    ['a\nb.png', 'ab.png'],
    ['', 'file'],
  ])('keeps no folders and no invisible characters of its name: %j', async (given, name) => {
    const response = await setUp().chat.fetch(upload(png, given))
    expect(await response.json()).toMatchObject({ name })
  })

  it.each([
    ['it is larger than 16 MB', new Uint8Array(16 * 1024 * 1024 + 1), 'too_large'],
    ['it is a page', new TextEncoder().encode('<html>'), 'unsupported_media_type'],
    ['it is empty', new Uint8Array(), 'unsupported_media_type'],
  ])('is refused: %s', async (_, body, code) => {
    expect(await codeOf(await setUp().chat.fetch(upload(body)))).toBe(code)
  })

  it('waits outside where many are under way, each with its memory', async () => {
    let finish = (): void => {}
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    const storeFile = async () => {
      await held
      return { url: 'https://crm.example.com/f/1', expiresAt: null }
    }
    const { chat } = setUp({ files: { storeFile }, limits: { uploads: 2 } })
    const first = [chat.fetch(upload(png)), chat.fetch(upload(png))]
    expect(await codeOf(await chat.fetch(upload(png)))).toBe('busy')
    finish()
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([201, 201])
    expect((await chat.fetch(upload(png))).status).toBe(201)
  })

  it.each([
    ['fails', async () => Promise.reject(new Error('disk full'))],
    ['returns no link', async () => ({ url: 'file:///etc/passwd', expiresAt: null })],
  ])('is an error of the CRM where storeFile %s', async (_, storeFile) => {
    expect(await codeOf(await setUp({ files: { storeFile } }).chat.fetch(upload(png)))).toBe('internal')
  })
})
