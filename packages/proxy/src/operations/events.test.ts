import { errorBodySchema, eventSchemas, heartbeatMs } from '@crm-chat/protocol'
import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeClock, type FakeClock } from '../../test/createFakeClock.ts'
import { createScriptedBackend, type ScriptedBackend } from '../../test/createScriptedBackend.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { countOf, type EventReader, readEvents } from '../../test/readEvents.ts'
import { get } from '../../test/requests.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import type { ChatUser } from '../identity/chatUser.ts'

let backend: ScriptedBackend
let clock: FakeClock
let proxy: ChatProxy
let whoIs: (request: Request) => ChatUser | null

beforeEach(() => {
  backend = createScriptedBackend()
  clock = createFakeClock()
  whoIs = identifyByCookie
  proxy = createChatProxy({ backend, clock, identify: (request) => whoIs(request) })
})

async function open(request = get('/chat/events')): Promise<EventReader> {
  return readEvents(await proxy.fetch(request))
}

/** Opens a stream and reads how it begins. */
async function openLive(request = get('/chat/events')): Promise<EventReader> {
  const events = await open(request)
  expect(await events.next()).toBe('retry: 2000')
  expect(await events.next()).toMatch(/^event: session\n/)
  expect(await events.next()).toMatch(/^event: unanswered\n/)
  return events
}

describe('a stream', () => {
  it('begins with the time to reconnect, its user and the current value', async () => {
    const response = await proxy.fetch(get('/chat/events'))
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    const events = readEvents(response)
    expect(await events.next()).toBe('retry: 2000')
    const session = await events.next()
    expect(session).toMatch(/^event: session\ndata: /)
    expect(eventSchemas.session.parse(JSON.parse(session?.split('data: ')[1] ?? ''))).toEqual({
      userId: '1',
      serverTime: new Date(clock.now()).toISOString(),
    })
    expect(await events.next()).toMatch(/^event: unanswered\nid: \d+-0\ndata: \{"status":"unknown","count":null,.*\}$/)
  })

  it('sends each change, with its epoch and seq as its id', async () => {
    const events = await openLive()
    backend.send('1', 5)
    const block = await events.next()
    expect(countOf(block)).toBe(5)
    const { epoch, seq } = JSON.parse(/^data: (.*)$/m.exec(block ?? '')?.[1] ?? '')
    expect(block).toContain(`id: ${epoch}-${seq}\n`)
  })

  it('shares one upstream socket with the user’s other streams', async () => {
    const streams = await Promise.all([openLive(), openLive(), openLive()])
    backend.send('1', 5)
    expect(await Promise.all(streams.map(async (events) => countOf(await events.next())))).toEqual([5, 5, 5])
    expect(backend.opened()).toBe(1)
  })

  it('sends heartbeats while nothing changes', async () => {
    const events = await openLive()
    for (let beat = 0; beat < 3; beat += 1) {
      const block = events.next()
      await settle()
      clock.advance(heartbeatMs)
      expect(await block).toBe(': heartbeat')
    }
  })
})

describe('a slow reader', () => {
  it('gets the newest value only, however many it missed', async () => {
    const reader = (await proxy.fetch(get('/chat/events'))).body?.getReader()
    await reader?.read() // The beginning.
    await reader?.read() // The current value.
    for (let count = 1; count <= 200; count += 1) {
      backend.send('1', count)
      clock.advance(50)
    }
    const text = new TextDecoder().decode((await reader?.read())?.value)
    expect(text.match(/^event: /gm)).toHaveLength(1)
    expect(countOf(text)).toBe(200)
  })

  it('that reads nothing for 30 s is disconnected', async () => {
    await proxy.fetch(get('/chat/events'))
    clock.advance(heartbeatMs + 31_000)
    clock.advance(20_000)
    expect(backend.open.size).toBe(0)
    expect(clock.pending()).toBe(0)
  })
})

describe('a stream ends', () => {
  it('when its user logs out, and no other user’s does', async () => {
    const ann = await openLive()
    const bob = await openLive(get('/chat/events', { cookie: 'session=bob' }))
    proxy.revoke('1')
    expect(await ann.next()).toBeNull()
    backend.send('2', 1)
    expect(countOf(await bob.next())).toBe(1)
  })

  it.each([
    ['is over', () => null],
    ['is another user’s', () => ({ id: '2', name: 'Bob Ray' })],
  ])('at the next check after the session %s', async (_, next) => {
    const events = await openLive()
    let isOver = false
    const reading = readToEnd(events).finally(() => {
      isOver = true
    })
    await passCheck()
    expect(isOver).toBe(false)
    whoIs = next
    await passCheck()
    expect(await reading).toContain(': heartbeat')
  })

  it('when its page is gone, and leaves nothing open', async () => {
    const left = new AbortController()
    await openLive(new Request(get('/chat/events'), { signal: left.signal }))
    left.abort()
    clock.advance(20_000)
    expect(backend.open.size).toBe(0)
    expect(clock.pending()).toBe(0)
  })

  it('at once when its page was gone before it began', async () => {
    const request = new Request(get('/chat/events'), { signal: AbortSignal.abort() })
    expect(await (await proxy.fetch(request)).text()).toBe('')
    clock.advance(20_000)
    expect(clock.pending()).toBe(0)
  })

  it('when its reader cancels', async () => {
    const events = await openLive()
    await events.cancel()
    clock.advance(20_000)
    expect(backend.open.size).toBe(0)
    expect(clock.pending()).toBe(0)
  })

  it('when the proxy closes', async () => {
    const events = await openLive()
    await proxy.close()
    expect(await events.next()).toBeNull()
    expect(backend.open.size).toBe(0)
    expect(clock.pending()).toBe(0)
    const { error } = errorBodySchema.parse(await (await proxy.fetch(get('/chat/events'))).json())
    expect(error).toMatchObject({ code: 'upstream_unavailable', retryable: true })
  })
})

describe('a user’s 21st stream', () => {
  it('takes the place of the oldest one, which is told when to come back', async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, () => openLive()))
    const newest = await openLive()
    expect(await streams[0]?.next()).toBe('event: drain\ndata: {"reconnectInMs":10000}')
    expect(await streams[0]?.next()).toBeNull()
    backend.send('1', 5)
    expect(countOf((await streams[1]?.next()) ?? null)).toBe(5)
    expect(countOf(await newest.next())).toBe(5)
  })
})

describe('a drain', () => {
  it('ends the streams in order and refuses new ones, while other requests go on', async () => {
    const events = await openLive()
    const last = events.next()
    await settle()
    const drained = proxy.drain({ deadlineMs: 5_000 })
    expect(await last).toMatch(/^event: drain\ndata: \{"reconnectInMs":\d+\}$/)
    expect(await events.next()).toBeNull()
    await drained
    const refused = await proxy.fetch(get('/chat/events'))
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect(errorBodySchema.parse(await refused.json()).error).toMatchObject({ code: 'busy' })
    expect((await proxy.fetch(get('/chat/session'))).status).toBe(200)
    expect(proxy.health().status).toBe('draining')
  })
})

describe('a restart', () => {
  it('with a clock that is an hour behind begins the stream with the new run’s value', async () => {
    const first = await openLive()
    backend.send('1', 5)
    const before = epochOf(await first.next())
    await proxy.close()
    clock.setBack(3_600_000)
    proxy = createChatProxy({ backend, clock, identify: identifyByCookie })
    await openLive()
    backend.send('1', 2)
    const second = await open()
    await second.next()
    await second.next()
    const value = await second.next()
    expect(countOf(value)).toBe(2)
    expect(epochOf(value)).toBeLessThan(before)
  })
})

function epochOf(block: string | null): number {
  return Number(/^id: (\d+)-\d+$/m.exec(block ?? '')?.[1])
}

/** Lets time pass until a session has been checked. */
async function passCheck(): Promise<void> {
  for (let second = 0; second < 72; second += 1) {
    clock.advance(1_000)
    await settle()
  }
}

/** Lets the reader of a stream ask for more. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

async function readToEnd(events: EventReader): Promise<string[]> {
  const blocks: string[] = []
  for (let block = await events.next(); block !== null; block = await events.next()) blocks.push(block)
  return blocks
}
