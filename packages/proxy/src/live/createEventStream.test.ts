import { errorBodySchema, heartbeatMs } from '@crm-chat/protocol'
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
  await events.next()
  return events
}

describe('a stream', () => {
  it('begins with the time to reconnect and the current value', async () => {
    const response = await proxy.fetch(get('/chat/events'))
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    const events = readEvents(response)
    expect(await events.next()).toBe('retry: 2000')
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
      clock.advance(heartbeatMs)
      expect(await block).toBe(': heartbeat')
    }
  })
})

describe('a slow reader', () => {
  it('gets the newest value only, however many it missed', async () => {
    const reader = (await proxy.fetch(get('/chat/events'))).body?.getReader()
    await reader?.read()
    for (let count = 1; count <= 200; count += 1) {
      backend.send('1', count)
      clock.advance(50)
    }
    const text = new TextDecoder().decode((await reader?.read())?.value)
    expect(text.match(/^event: /gm)).toHaveLength(1)
    expect(countOf(text)).toBe(200)
  })

  it('that reads nothing between two heartbeats is disconnected', async () => {
    const response = await proxy.fetch(get('/chat/events'))
    clock.advance(heartbeatMs)
    clock.advance(heartbeatMs)
    clock.advance(20_000)
    expect(backend.open.size).toBe(0)
    expect(clock.pending()).toBe(0)
    expect(await response.text()).not.toContain('heartbeat')
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
  ])('within a minute after the session %s', async (_, next) => {
    const events = await openLive()
    await passMinute(events)
    whoIs = next
    await passMinute(events)
    expect(await events.next()).toBeNull()
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
  it('is refused until one of the others ends', async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, () => openLive()))
    const refused = await proxy.fetch(get('/chat/events'))
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('10')
    const { error } = errorBodySchema.parse(await refused.json())
    expect(error).toMatchObject({ code: 'rate_limited', retryable: true, retryAfterMs: 10_000 })
    await openLive(get('/chat/events', { cookie: 'session=bob' }))
    await streams[0]?.cancel()
    await openLive()
  })
})

/** Lets a minute pass for a reader who keeps reading. */
async function passMinute(events: EventReader): Promise<void> {
  for (let beat = 0; beat < 60_000 / heartbeatMs; beat += 1) {
    clock.advance(heartbeatMs)
    expect(await events.next()).toBe(': heartbeat')
  }
}
