import { describe, expect, it, onTestFinished } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { startLiveServer } from '../../test/startLiveServer.ts'
import { until } from '../../test/until.ts'
import { waitOut } from '../../test/waitOut.ts'
import type { CounterOutage, UnansweredValue } from '../unanswered/unansweredValue.ts'
import { createWhatomate, type Whatomate } from './createWhatomate.ts'
import { liveContact, liveMessage } from './fixtures/server.ts'

const apiKey = `whm_${'0'.repeat(32)}`
const now = Date.UTC(2026, 0, 1)
const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString()

interface Conversation {
  last_message_at: string | null
  last_inbound_at?: string
  assigned_user_id?: string
  /** Directions, oldest first; a reaction is one too. */
  messages: { direction: string; message_type?: string }[]
}

const customer = { direction: 'incoming' }
const staff = { direction: 'outgoing' }
const reaction = { direction: 'incoming', message_type: 'reaction' }

/** A server with these conversations, newest first. */
async function startConversations(conversations: Record<string, Conversation>, { pongs = true } = {}) {
  const clock = createTestClock()
  const server = await startLiveServer({
    pongs,
    api: (path) => {
      const id = path.split('/')[3]
      if (id === undefined) {
        const contacts = Object.entries(conversations).map(([key, { messages, ...contact }]) => ({
          ...liveContact,
          id: key,
          ...contact,
        }))
        return { contacts, total: contacts.length, page: 1, limit: 100 }
      }
      const messages = conversations[id]?.messages.map((message, index) => ({
        ...liveMessage,
        id: `${id}-${index}`,
        ...message,
      }))
      return { messages, total: messages?.length, has_more: false }
    },
  })
  const whatomate = createWhatomate({ apiKey, baseUrl: server.url, clock, random: () => 0.5, retries: 0 })
  return { server, clock, whatomate }
}

function watch(whatomate: Whatomate, userId = 'u-1') {
  const values: UnansweredValue[] = []
  const outages: CounterOutage[] = []
  const stop = whatomate.watchUnanswered({
    userId,
    onValue: (value) => values.push(value),
    onOutage: (outage) => outages.push(outage),
  })
  onTestFinished(stop)
  return { values, outages, stop }
}

const message = (contact_id: string, direction: string, minutes = 0) => ({
  ...liveMessage,
  contact_id,
  direction,
  created_at: new Date(now + minutes * 60_000).toISOString(),
})

const shows = (values: UnansweredValue[], count: number, tone: UnansweredValue['tone']) =>
  until(() => expect(values.at(-1)).toMatchObject({ count, tone }))

describe('watchUnanswered', () => {
  it('counts the chats whose last message is the customer’s, reactions aside', async () => {
    const { server, whatomate } = await startConversations({
      waiting: { last_message_at: ago(1), messages: [staff, customer] },
      answered: { last_message_at: ago(2), messages: [customer, staff] },
      reacted: { last_message_at: ago(3), messages: [customer, staff, reaction] },
      waitingLong: { last_message_at: ago(60 * 24 * 6), messages: [customer] },
      forgotten: { last_message_at: ago(60 * 24 * 8), messages: [customer] },
      empty: { last_message_at: null, messages: [] },
    })
    const { values } = watch(whatomate)
    await shows(values, 2, 'red')
    expect(values).toHaveLength(1)
    expect(server.requests.filter((url) => url.includes('forgotten') || url.includes('empty'))).toEqual([])
  })

  it('marks nothing as read, and does not look where the contact says who wrote last', async () => {
    const { server, whatomate } = await startConversations({
      waiting: { last_message_at: ago(1), last_inbound_at: ago(1), messages: [customer] },
      answered: { last_message_at: ago(2), last_inbound_at: ago(5), messages: [customer, staff] },
    })
    const { values } = watch(whatomate)
    await shows(values, 1, 'red')
    expect(server.requests).toEqual([
      '/api/contacts?page=1&limit=100',
      '/api/contacts/waiting/messages?limit=5&before_id=00000000-0000-0000-0000-000000000000',
    ])
  })

  it('follows what happens: a customer writes, staff answer', async () => {
    const { server, whatomate } = await startConversations({
      ann: { last_message_at: ago(1), messages: [staff] },
    })
    const { values } = watch(whatomate)
    await shows(values, 0, null)
    server.send('new_message', message('ann', 'incoming'))
    await shows(values, 1, 'red')
    server.send('new_message', { ...message('ann', 'outgoing', 1), message_type: 'reaction' })
    server.send('new_message', message('bob', 'incoming', 1))
    await shows(values, 2, 'red')
    server.send('new_message', message('ann', 'outgoing', 2))
    await shows(values, 1, 'red')
    server.send('new_message', message('ann', 'incoming', 1))
    server.send('new_message', message('bob', 'outgoing', 2))
    await shows(values, 0, null)
    expect(values.map(({ count }) => count)).toEqual([0, 1, 2, 1, 0])
  })

  it('is red for what is the user’s or nobody’s, and grey for what is only others’', async () => {
    const { whatomate, server } = await startConversations({
      own: { last_message_at: ago(1), assigned_user_id: 'u-1', messages: [customer] },
      nobodys: { last_message_at: ago(2), messages: [customer] },
      others: { last_message_at: ago(3), assigned_user_id: 'u-2', messages: [customer] },
    })
    const first = watch(whatomate, 'u-1')
    const second = watch(whatomate, 'u-2')
    await shows(first.values, 2, 'red')
    await shows(second.values, 2, 'red')
    server.send('new_message', { ...message('own', 'outgoing'), assigned_user_id: 'u-1' })
    server.send('new_message', message('nobodys', 'outgoing'))
    await shows(first.values, 1, 'grey')
    await shows(second.values, 1, 'red')
  })

  it('holds one socket for all who watch, and gives a latecomer the value at once', async () => {
    const { server, whatomate } = await startConversations({ ann: { last_message_at: ago(1), messages: [customer] } })
    const first = watch(whatomate)
    await shows(first.values, 1, 'red')
    const requests = server.requests.length
    const second = watch(whatomate)
    await shows(second.values, 1, 'red')
    expect(second.values).toHaveLength(1)
    expect(server.addresses).toHaveLength(1)
    expect(server.requests).toHaveLength(requests)
    first.stop()
    server.send('new_message', message('bob', 'incoming'))
    await shows(second.values, 2, 'red')
    expect(first.values).toHaveLength(1)
    second.stop()
    await until(() => expect(server.sockets.size).toBe(0))
  })

  it('reads everything again after an outage, for what happened meanwhile was not told', async () => {
    const conversations = { ann: { last_message_at: ago(1), messages: [staff] } }
    const { server, clock, whatomate } = await startConversations(conversations)
    const { values, outages } = watch(whatomate)
    await shows(values, 0, null)
    for (const client of server.sockets) client.terminate()
    await until(() => expect(outages).toEqual(['dropped']))
    conversations.ann = { last_message_at: ago(0), messages: [customer] }
    await waitOut(clock)
    await shows(values, 1, 'red')
    expect(values).toHaveLength(2)
  })

  it('reads everything again every five minutes, for a slow reader is told nothing', async () => {
    const conversations = { ann: { last_message_at: ago(1), messages: [staff] } }
    const { clock, server, whatomate } = await startConversations(conversations, { pongs: false }) // Time flies here.
    const { values } = watch(whatomate)
    await until(() => expect(server.sockets.size).toBe(1))
    await clock.advance(7_000)
    await shows(values, 0, null)
    conversations.ann = { last_message_at: ago(0), messages: [customer] }
    await clock.advance(300_000)
    await shows(values, 1, 'red')
  })

  it('forgets a chat that is not there any more', async () => {
    const conversations: Record<string, Conversation> = { ann: { last_message_at: ago(1), messages: [customer] } }
    const { clock, server, whatomate } = await startConversations(conversations, { pongs: false })
    const { values } = watch(whatomate)
    await until(() => expect(server.sockets.size).toBe(1))
    await clock.advance(7_000)
    await shows(values, 1, 'red')
    delete conversations.ann
    await clock.advance(300_000)
    await shows(values, 0, null)
  })

  it('has no value while the server cannot be read, for unknown is not 0', async () => {
    const server = await startLiveServer()
    const clock = createTestClock()
    const { values, outages } = watch(createWhatomate({ apiKey, baseUrl: server.url, clock, retries: 0 }))
    await until(() => expect(outages).toContain('unreachable'))
    expect(values).toEqual([])
  })

  it('does not come to life again after everyone has left', async () => {
    const { server, clock, whatomate } = await startConversations({})
    const { values, stop } = watch(whatomate)
    await shows(values, 0, null)
    stop()
    await until(() => expect(server.sockets.size).toBe(0))
    const requests = server.requests.length
    await clock.advance(3_600_000)
    expect(server.requests).toHaveLength(requests)
    expect(clock.sleepers()).toEqual([])
  })
})
