import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { createScriptedBackend } from '../../test/createScriptedBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { respondJson, startUpstream, type Upstream } from '../../test/startUpstream.ts'
import type { ChatContact } from '../backend.ts'
import { wazzupV2 } from '../backends/wazzup-v2/backend.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import type { EntityProgress, RejectedItem } from './entityOptions.ts'

function toContact(index: number): ChatContact {
  return {
    id: `c${index}`,
    name: `Contact ${index}`,
    responsibleUserId: '1',
    chats: [{ chatType: 'whatsapp', chatId: `7999${String(index).padStart(7, '0')}` }],
  }
}

const toContacts = (count: number): ChatContact[] => Array.from({ length: count }, (_, index) => toContact(index))

/** Seven contacts that cannot be saved, in several batches, two of them neighbours. */
const wrong = new Map<number, (contact: ChatContact) => ChatContact>([
  [0, (contact) => withChatId(contact, '89990000000')],
  [99, (contact) => withChatId(contact, '+79990000099')],
  [100, (contact) => ({ ...contact, name: '' })],
  [340, (contact) => withChatId(contact, '8 999')],
  [341, (contact) => ({ ...contact, chats: [{ chatType: 'viber', chatId: '1' }] })],
  [777, (contact) => ({ ...contact, id: 'x'.repeat(201) })],
  [1049, (contact) => withChatId(contact, '@ann')],
])

function withChatId(contact: ChatContact, chatId: string): ChatContact {
  return { ...contact, chats: [{ chatType: 'whatsapp', chatId }] }
}

/** A cursor of a database: rows are made as they are read. */
async function* cursor(count: number, onRow: (index: number) => void = () => {}): AsyncGenerator<ChatContact> {
  for (let index = 0; index < count; index += 1) {
    onRow(index)
    const contact = toContact(index)
    yield wrong.get(index)?.(contact) ?? contact
  }
}

describe('at the vendor', () => {
  let sandbox: Sandbox
  let chat: ChatProxy

  beforeAll(async () => {
    sandbox = await createSandbox({ port: 0 })
  })

  beforeEach(async () => {
    await sandbox.reset()
    chat = createChatProxy({
      backend: wazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
      identify: () => null,
    })
  })

  afterAll(() => sandbox.close())

  async function listIds(): Promise<string[]> {
    const ids: string[] = []
    for await (const { id } of chat.listContacts()) ids.push(id)
    return ids
  }

  const good = Array.from({ length: 1_050 }, (_, index) => index).filter((index) => !wrong.has(index))

  it('saves 1,043 of 1,050 contacts, and reports the other seven and why', async () => {
    const reported: RejectedItem[] = []
    const progress: EntityProgress[] = []
    let read = 0
    let mostInMemory = 0
    const result = await chat.saveContacts(
      cursor(1_050, (index) => {
        read = index + 1
        mostInMemory = Math.max(mostInMemory, read - (progress.at(-1)?.done ?? 0))
      }),
      {
        total: 1_050,
        onProgress: (now) => void progress.push(now),
        onRejected: (item) => void reported.push(item),
      },
    )
    expect(result).toMatchObject({ saved: 1_043, done: 1_050, rejectedCount: 7 })
    expect(reported).toEqual(result.rejected)
    expect(reported.map(({ index }) => index)).toEqual([...wrong.keys()])
    expect(reported.map(({ id }) => id?.slice(0, 5))).toEqual(['c0', 'c99', 'c100', 'c340', 'c341', 'xxxxx', 'c1049'])
    expect(new Set(reported.map(({ code }) => code))).toEqual(new Set(['invalid_request']))
    expect(reported[0]?.reason).toMatch(/^In contact c0: chats\.0\.chatId: .*8/)
    expect(reported[1]?.reason).toMatch(/^In contact c99: chats\.0\.chatId: .*digits only\.$/)
    expect(reported[2]?.reason).toBe('name: must have at least 1.')
    expect((await listIds()).sort()).toEqual(good.map((index) => `c${index}`).sort())
    expect(progress.map(({ done }) => done)).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000, 1_050])
    expect(progress.at(-1)).toEqual({ done: 1_050, rejected: 7, total: 1_050, lastId: 'c1049' })
    expect(mostInMemory).toBe(100)
  })

  it.each(['number', 'id'] as const)('goes on after an abort, by the %s of the progress', async (by) => {
    const stopping = new AbortController()
    let last: EntityProgress | undefined
    const first = chat.saveContacts(cursor(1_050), {
      signal: stopping.signal,
      onProgress: (progress) => {
        last = progress
        if (progress.done === 400) stopping.abort(new Error('enough'))
      },
    })
    await expect(first).rejects.toThrow('enough')
    expect(last).toEqual({ done: 400, rejected: 5, lastId: 'c399' })
    const startAfter = by === 'number' ? last?.done : last?.lastId
    const second = await chat.saveContacts(cursor(1_050), { ...(startAfter !== undefined && { startAfter }) })
    expect(second).toMatchObject({ saved: 648, done: 1_050, rejectedCount: 2 })
    expect(second.rejected.map(({ index }) => index)).toEqual([777, 1_049])
    expect(await listIds()).toHaveLength(1_043)
  })

  it('tries again after the time that the vendor names', async () => {
    sandbox.faults.add({
      operation: 'wazzup-v2.saveContacts',
      fault: { kind: 'status', status: 429 },
      times: 2,
    })
    expect(await chat.saveContacts(toContacts(150))).toMatchObject({ saved: 150, rejectedCount: 0 })
    expect(await listIds()).toHaveLength(150)
  })

  it('saves, lists and deletes users, contacts and deals', async () => {
    await chat.saveUsers([{ id: '1', name: 'Ann Lee' }])
    await chat.saveContacts(new Set(toContacts(3)))
    const deal = { id: 'd1', name: 'A bicycle', responsibleUserId: '1', contactIds: ['c0'], closed: false }
    expect(await chat.saveDeals([deal])).toMatchObject({ saved: 1 })
    expect(await toList(chat.listUsers())).toContainEqual({ id: '1', name: 'Ann Lee' })
    expect(await toList(chat.listDeals())).toEqual([deal])
    expect((await toList(chat.listContacts())).find(({ id }) => id === 'c2')).toEqual(toContact(2))
    expect(await chat.deleteContacts(['c1', 'c7', 'c2'])).toEqual({
      deleted: 2,
      missing: 1,
      done: 3,
      rejected: [],
      rejectedCount: 0,
    })
    expect(await listIds()).toEqual(['c0'])
    expect(await chat.deleteDeals(['d1'])).toMatchObject({ deleted: 1 })
    expect(await chat.deleteUsers(['1'])).toMatchObject({ deleted: 1 })
    expect(await toList(chat.listDeals())).toEqual([])
  })

  it('walks through pages of a hundred, from any item', async () => {
    await chat.saveContacts(toContacts(250))
    expect(await listIds()).toHaveLength(250)
    const pages = sandbox.requests({ operation: 'wazzup-v2.listContacts' })
    expect(pages).toHaveLength(3)
    expect(await toList(chat.listContacts({ startAfter: 240 }))).toHaveLength(10)
  })
})

async function toList<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('with a vendor that fails', () => {
  let upstream: Upstream

  beforeAll(async () => {
    upstream = await startUpstream()
  })

  beforeEach(() => {
    upstream.requests.length = 0
    upstream.onRequest((response) => response.end())
  })

  afterAll(() => upstream.close())

  const createChat = (clock = createFakeClock()): ChatProxy =>
    createChatProxy({
      backend: wazzupV2({ apiKey: 'key', baseUrl: upstream.url }),
      identify: () => null,
      clock,
    })

  const bodies = (): ChatContact[][] => upstream.requests.map(({ body }) => JSON.parse(body))

  it('sends a hundred in a call, in order, and nothing for an empty list', async () => {
    await createChat().saveContacts([])
    expect(upstream.requests).toEqual([])
    await createChat().saveContacts(toContacts(250))
    expect(upstream.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(Array(3).fill('PATCH /v2/contacts'))
    expect(bodies().map((body) => body.length)).toEqual([100, 100, 50])
    expect(bodies().flat()).toEqual(toContacts(250))
  })

  it('a contact that only the vendor refuses fails none of its neighbours', async () => {
    upstream.onRequest((response, { body }) => {
      const isRefused = body.includes('"c13"') || body.includes('"c14"')
      respondJson(response, isRefused ? { status: 400, body: { error: { code: 'VALIDATION_ERROR' } } } : ok)
    })
    const result = await createChat().saveContacts(toContacts(200))
    expect(result.saved).toBe(198)
    expect(result.rejected).toEqual([
      { index: 13, id: 'c13', code: 'upstream_refused', reason: 'Wazzup does not accept a field of this request.' },
      { index: 14, id: 'c14', code: 'upstream_refused', reason: 'Wazzup does not accept a field of this request.' },
    ])
    expect(upstream.requests.length).toBeLessThan(30)
  })

  it('keeps the first thousand rejected items, and reports all', async () => {
    let reported = 0
    const none = { ...toContact(0), name: '' }
    const result = await createChat().saveContacts(Array(1_500).fill(none), {
      onRejected: () => {
        reported += 1
      },
    })
    expect(result).toMatchObject({ saved: 0, rejectedCount: 1_500 })
    expect(result.rejected).toHaveLength(1_000)
    expect(reported).toBe(1_500)
  })

  it('gives up at once with a refused key, and leaves the rest unread', async () => {
    upstream.onRequest((response) => respondJson(response, { status: 401, body: {} }))
    let read = 0
    const saved = createChat().saveContacts(cursor(1_050, () => (read += 1)))
    await expect(saved).rejects.toMatchObject({ code: 'upstream_auth' })
    expect(read).toBe(100)
  })

  it('tries a failing vendor again until its time is over', async () => {
    const clock = createFakeClock()
    upstream.onRequest((response) => respondJson(response, { status: 400, body: {} }))
    let tries = 0
    const backend = createScriptedBackend()
    const { OperationError } = await import('../errors.ts')
    const chat = createChatProxy({
      backend: {
        ...backend,
        entities: {
          contacts: {
            save: {
              batchSize: 100,
              run: async () => {
                tries += 1
                throw new OperationError({ code: 'rate_limited', message: 'slower', retryAfterMs: 30_000 })
              },
            },
          },
        },
      },
      identify: () => null,
      clock,
    })
    const saved = chat.saveContacts(toContacts(1), { retryForMs: 60_000 })
    const outcome = expect(saved).rejects.toMatchObject({ code: 'rate_limited' })
    await eventually(() => expect(clock.pending()).toBeGreaterThan(0))
    clock.advance(29_999)
    await new Promise<void>((resolve) => setImmediate(resolve)) // A try that came too early would have been made by now.
    expect(tries).toBe(1)
    clock.advance(1)
    await eventually(() => expect(tries).toBe(2))
    await eventually(() => expect(clock.pending()).toBeGreaterThan(0))
    clock.advance(30_000)
    await outcome
    expect(tries).toBe(3)
  })

  it('rejects with what the list throws, and keeps what was saved before', async () => {
    const progress: number[] = []
    const failing = cursor(1_050, (index) => {
      if (index === 250) throw new Error('the database is gone')
    })
    const saved = createChat().saveContacts(failing, { onProgress: ({ done }) => void progress.push(done) })
    await expect(saved).rejects.toThrow('the database is gone')
    expect(progress).toEqual([100, 200])
  })

  it('an abort ends a call whose list hangs, and closes the list', async () => {
    const stopping = new AbortController()
    let isClosed = false
    const hanging: AsyncIterable<ChatContact> = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => {}),
        return: async () => {
          isClosed = true
          return { done: true, value: undefined }
        },
      }),
    }
    const saved = createChat().saveContacts(hanging, { signal: stopping.signal })
    stopping.abort(new Error('enough'))
    await expect(saved).rejects.toThrow('enough')
    expect(isClosed).toBe(true)
  })

  it.each<[string, unknown, object]>([
    ['a text', 'c1', {}],
    ['nothing', undefined, {}],
    ['a negative start', [], { startAfter: -1 }],
    ['a start that the list does not have', toContacts(3), { startAfter: 'c9' }],
  ])('refuses %s', async (_, items, options) => {
    const saved = createChat().saveContacts(items as ChatContact[], options)
    await expect(saved).rejects.toMatchObject({ code: 'invalid_request' })
    expect(upstream.requests).toEqual([])
  })

  it('refuses where the vendor keeps no contacts, and where there is no store', async () => {
    const chat = createChatProxy({ backend: createScriptedBackend(), identify: () => null })
    await expect(chat.saveContacts([])).rejects.toMatchObject({
      code: 'not_supported',
      message: 'scripted has no way to save contacts.',
    })
    await expect(chat.deleteContactMessages({ chats: [] })).rejects.toMatchObject({ code: 'not_supported' })
  })

  const ok = { status: 200, body: {} }
})
