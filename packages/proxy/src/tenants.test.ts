import { describe, expect, it, vi } from 'vitest'
import { createFakeClock } from '../test/createFakeClock.ts'
import { createLog } from '../test/createLog.ts'
import { createScriptedBackend } from '../test/createScriptedBackend.ts'
import { asUser as as, identifyByTenant, createTenantProxy as setUp } from '../test/createTenantProxy.ts'
import { countOf, type EventReader, readEvents } from '../test/readEvents.ts'
import { get, post } from '../test/requests.ts'
import { memoryConversations } from './conversations/memoryConversations.ts'
import { type ChatProxy, createChatProxy } from './createChatProxy.ts'
import { OperationError } from './errors.ts'

async function readCount(reader: EventReader): Promise<number | null> {
  for (;;) {
    const block = await reader.next()
    if (block === null) throw new Error('The stream has ended.')
    if (block.startsWith('event: unanswered') && countOf(block) !== null) return countOf(block) ?? null
  }
}

async function follow(chat: ChatProxy, tenant: string, user = '1'): Promise<EventReader> {
  return readEvents(await chat.fetch(get('/chat/events', as(tenant, user))))
}

describe('users of different tenants', () => {
  it('with the same ids have counters of their own', async () => {
    const { chat, accounts } = setUp()
    const [a, b] = await Promise.all([follow(chat, 'a'), follow(chat, 'b')])
    accounts.get('a')?.send('1', 5)
    accounts.get('b')?.send('1', 7)
    expect([await readCount(a), await readCount(b)]).toEqual([5, 7])
    await chat.close()
  })

  it('see the channels of their own account', async () => {
    const { chat } = setUp()
    const read = async (tenant: string): Promise<unknown> =>
      (await chat.fetch(get('/chat/channels', as(tenant)))).json()
    expect(await read('a')).toMatchObject({ channels: [{ id: 'channel-a' }] })
    expect(await read('b')).toMatchObject({ channels: [{ id: 'channel-b' }] })
  })

  it('have limits and ids of messages of their own', async () => {
    const { chat, accounts } = setUp({ limits: { messagesPerMinute: 1 } })
    const body = { to: { chatType: 'whatsapp', chatId: '7' }, text: 'Hi', crmMessageId: 'same' }
    const send = (tenant: string): Promise<Response> => chat.fetch(post('/chat/messages', body, as(tenant)))
    expect([await send('a'), await send('b')].map(({ status }) => status)).toEqual([202, 202])
    expect([...accounts.values()].map(({ sent }) => sent)).toEqual([['a 1 Hi'], ['b 1 Hi']])
    expect((await send('a')).status).toBe(429)
  })

  it('are logged out one by one', async () => {
    const { chat, accounts } = setUp()
    const [a, b] = await Promise.all([follow(chat, 'a'), follow(chat, 'b')])
    chat.revoke('1', { tenant: 'a' })
    let block = await a.next()
    while (block !== null) block = await a.next()
    accounts.get('b')?.send('1', 3)
    expect(await readCount(b)).toBe(3)
    await chat.close()
  })

  it('end together', async () => {
    const { chat } = setUp()
    await Promise.all([follow(chat, 'a'), follow(chat, 'b')])
    expect(chat.health()).toMatchObject({ status: 'live', streams: 2, users: 2 })
    await chat.close()
    expect(chat.health()).toMatchObject({ status: 'closed', streams: 0 })
    expect((await chat.fetch(get('/chat/events', as('c')))).status).toBe(503)
  })
})

describe('a session that moves to another tenant', () => {
  it('does not keep its stream', async () => {
    let tenant = 'a'
    const clock = createFakeClock()
    const { chat } = setUp({ clock, identify: () => ({ id: '1', name: 'Ann', tenant }) })
    const reader = await follow(chat, 'a')
    const pass = async (): Promise<void> => {
      for (let step = 0; step < 16; step += 1) {
        clock.advance(5_000)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    let blocks = 0
    const read = async (): Promise<void> => {
      while ((await reader.next()) !== null) blocks += 1
    }
    void read() // A stream that nobody reads would end all the same.
    await pass()
    await vi.waitFor(() => expect(blocks).toBeGreaterThan(2), 45_000)
    expect(chat.health()).toMatchObject({ streams: 1 })
    tenant = 'b'
    await pass()
    await vi.waitFor(() => expect(chat.health()).toMatchObject({ streams: 0 }), 45_000)
  })
})

describe('webhooks of a tenant', () => {
  const secret = 'a-secret-of-24-characters'

  it('come to an address of their own, which nobody can make of another', async () => {
    const events: unknown[] = []
    const webhooks = {
      secret,
      publicUrl: 'https://crm.example.com',
      onEvent: (...all: unknown[]) => void events.push(all),
    }
    const { chat, accounts } = setUp({ webhooks })
    await chat.registerWebhooks({ tenant: 'a' })
    await chat.registerWebhooks({ tenant: 'b' })
    const [urlOfA = '', urlOfB = ''] = [...accounts.values()].map(({ sent }) => sent[0])
    expect(urlOfA).toMatch(/^https:\/\/crm\.example\.com\/chat\/webhooks\/[\w-]{43}~a$/)
    expect(urlOfA).not.toContain(secret)
    const call = async (url: string): Promise<number> =>
      (await chat.fetch(new Request(url, { method: 'POST', body: '{}' }))).status
    expect(await call(urlOfA)).toBe(200)
    expect(accounts.get('a')?.sent).toEqual([urlOfA, 'webhook'])
    expect(accounts.get('b')?.sent).toEqual([urlOfB])
    expect(await call(urlOfA.replace(/~a$/, '~b'))).toBe(404)
    expect(await call(urlOfA.replace(/~a$/, '~c'))).toBe(404)
    expect([...accounts.keys()]).toEqual(['a', 'b'])
  })

  it('come to a tenant that nobody has used since the start', async () => {
    const webhooks = { secret, publicUrl: 'https://crm.example.com' }
    const first = setUp({ webhooks })
    await first.chat.registerWebhooks({ tenant: 'a' })
    const [url = ''] = first.accounts.get('a')?.sent ?? []
    const { chat, accounts } = setUp({ webhooks })
    expect((await chat.fetch(new Request(url, { method: 'POST', body: '{}' }))).status).toBe(200)
    expect(accounts.get('a')?.sent).toEqual(['webhook'])
  })
})

describe('a proxy whose options do not fit tenants', () => {
  it('serves none of them with the key of all', async () => {
    const { windows, watchUnanswered, ...bare } = createScriptedBackend()
    const logger = createLog()
    const chat = createChatProxy({ backend: { ...bare, windows, watchUnanswered }, identify: identifyByTenant, logger })
    expect((await chat.fetch(get('/chat/session', as('a')))).status).toBe(500)
    expect(JSON.stringify(logger.lines)).toContain('one key for all')
  })

  it('gives no two of them the same store', async () => {
    const { chat } = setUp({ conversations: memoryConversations() })
    expect((await chat.fetch(get('/chat/session', as('a')))).status).toBe(500)
    const stores: unknown[] = []
    const each = setUp({
      conversations: ({ tenant }) => {
        stores.push(tenant)
        return memoryConversations()
      },
    })
    for (const tenant of ['a', 'b', 'a']) {
      expect((await each.chat.fetch(get('/chat/session', as(tenant)))).status).toBe(200)
    }
    expect(stores).toEqual([undefined, 'a', 'b'])
  })
})

describe('memory', () => {
  it('is kept for so many tenants, beyond those with live connections', async () => {
    const clock = createFakeClock()
    const { chat, accounts } = setUp({ limits: { tenants: 10 }, clock })
    const counted = readCount(await follow(chat, 'live')) // A stream that nobody reads would end.
    for (let index = 0; index < 50; index += 1) {
      await chat.fetch(get('/chat/session', as(`t${index}`)))
      clock.advance(10_000)
    }
    expect(accounts.size).toBe(51)
    accounts.get('live')?.send('1', 4)
    expect(await counted).toBe(4)
    const made = accounts.get('t49')
    await chat.fetch(get('/chat/session', as('t49')))
    expect(accounts.get('t49')).toBe(made)
    const forgotten = accounts.get('t0')
    await chat.fetch(get('/chat/session', as('t0')))
    expect(accounts.get('t0')).not.toBe(forgotten)
    expect(chat.health()).toMatchObject({ users: 1 })
    await chat.close()
  })
})

it('an error of one tenant’s backend does not reach another’s', async () => {
  const { chat, accounts } = setUp()
  await chat.fetch(get('/chat/session', as('a')))
  const broken = accounts.get('a')
  if (broken) {
    broken.channels = {
      list: async () => {
        throw new OperationError({ code: 'upstream_auth', message: 'The vendor refused the CRM’s API key.' })
      },
    }
  }
  expect((await chat.fetch(get('/chat/channels', as('a')))).status).toBe(502)
  expect((await chat.fetch(get('/chat/channels', as('b')))).status).toBe(200)
})
