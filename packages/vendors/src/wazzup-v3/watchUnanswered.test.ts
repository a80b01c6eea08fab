import { describe, expect, it, onTestFinished } from 'vitest'
import { createTestClock, type TestClock } from '../../test/createTestClock.ts'
import {
  type RunningSocketServer,
  type SocketServerParameters,
  startSocketServer,
} from '../../test/startSocketServer.ts'
import { startVendor, type VendorAnswer, type VendorServer } from '../../test/startVendor.ts'
import { until } from '../../test/until.ts'
import type { CounterOutage, UnansweredValue } from '../unanswered/unansweredValue.ts'
import { createWazzupV3Client, type WazzupV3Client } from './client.ts'
import { fetchCounterOrigin } from './counterHost.ts'
import { watchUnanswered } from './watchUnanswered.ts'

const at = '2026-01-01T00:00:00.000Z'
const forbidden = { status: 403, json: { error: 'FORBIDDEN' } }

describe.each(['4.1', '4.8'] as const)('on a server of Socket.IO %s', (version) => {
  it('looks up the host, says who it is, and receives the counts', async () => {
    const socket = await startCounter({ version })
    const vendor = await startWithHost(() => socket)
    const { values } = watch(clientOf(vendor))
    await until(() => expect(socket.greetings).toEqual([{ type: 'api_v3', apiKey: 'the/key', userId: '7' }]))
    expect(vendor.requests[0]).toMatchObject({ method: 'GET', url: '/counters/ws_host/api_v3/the%2Fkey' })
    expect(vendor.requests[0]?.headers.authorization).toBeUndefined()
    socket.sockets[0]?.emit('counterUpdate', { counter: 4 })
    socket.sockets[0]?.emit('counterUpdate', { counter: 9, counterV2: 5, type: 'grey' })
    socket.sockets[0]?.emit('counterUpdate', { counter: 1, counterV2: 0, type: null })
    await until(() => expect(values).toHaveLength(3))
    expect(values).toEqual([
      { count: 4, tone: 'red', at },
      { count: 5, tone: 'grey', at },
      { count: 0, tone: null, at },
    ])
    expect(socket.greetings).toHaveLength(1)
  })
})

describe('the first value', () => {
  it('is asked for over HTTP, as the socket tells changes only', async () => {
    const socket = await startCounter({})
    const vendor = await startWithHost(() => socket, { json: { counterV2: 2, type: 'grey', lastMsgDateTime: at } })
    const { values } = watch(clientOf(vendor))
    await until(() => expect(values).toEqual([{ count: 2, tone: 'grey', at }]))
  })

  it('from HTTP is not taken when the socket was faster', async () => {
    let answer = (_: VendorAnswer): void => {}
    const held = new Promise<VendorAnswer>((resolve) => {
      answer = resolve
    })
    const socket = await startCounter({ onGreeting: (client) => client.emit('counterUpdate', { counter: 6 }) })
    const vendor = await startWithHost(() => socket, held)
    const { values } = watch(clientOf(vendor))
    await until(() => expect(values).toHaveLength(1))
    answer({ json: { counterV2: 5, type: 'red' } })
    await until(() => expect(vendor.requests).toHaveLength(2))
    socket.sockets[0]?.emit('counterUpdate', { counter: 7 })
    await until(() => expect(values.map(({ count }) => count)).toEqual([6, 7]))
  })
})

describe('while the socket is down', () => {
  it('the counter is asked for over HTTP, until the socket is back', async () => {
    const clock = createTestClock()
    const socket = await startCounter({})
    let count = 0
    const vendor = await startWithHost(
      () => socket,
      () => {
        count += 1
        return { json: { counterV2: count, type: 'red' } }
      },
    )
    const { values, outages } = watch(clientOf(vendor, clock))
    await until(() => expect(values).toHaveLength(1))
    await socket.close()
    await until(() => expect(outages).toEqual(['dropped']))
    await clock.advance(2_500) // Half of the 5 seconds over which clients spread their first question.
    await until(() => expect(values.map((value) => value.count)).toEqual([1, 2]))
    await until(() => expect(clock.sleepers()).toContain(30_000))
    await clock.advance(30_000)
    await until(() => expect(values.map((value) => value.count)).toEqual([1, 2, 3]))
    const again = await startCounter({ port: socket.port })
    const reconnected = async (): Promise<void> => {
      await clock.advance(250)
      expect(again.greetings).toHaveLength(1)
    }
    await until(reconnected)
    await until(() => expect(clock.sleepers()).toHaveLength(1)) // The heartbeat's, and no poll's.
    expect(outages).toEqual(['dropped'])
  })

  it('a key that may not ask over HTTP either has an outage', async () => {
    const clock = createTestClock()
    const socket = await startCounter({})
    await socket.close()
    const vendor = await startWithHost(() => socket)
    const { values, outages } = watch(clientOf(vendor, clock))
    await until(() => expect(outages).toEqual(['unreachable']))
    await clock.advance(2_500)
    await until(() => expect(outages.at(-1)).toBe('refused'))
    expect(values).toEqual([])
  })
})

describe('the host', () => {
  it('is looked up again before each connection', async () => {
    const clock = createTestClock()
    const first = await startCounter({})
    const second = await startCounter({})
    let current = first
    const vendor = await startWithHost(() => current)
    watch(clientOf(vendor, clock))
    await until(() => expect(first.greetings).toHaveLength(1))
    current = second
    first.sockets[0]?.conn.close()
    await until(() => expect(clock.sleepers()).toContain(250))
    await clock.advance(250)
    await until(() => expect(second.greetings).toHaveLength(1))
  })

  it.each(['evil.example', '127.0.0.2:1', '10.9.0.1:1', 'localhost@evil.example', '//evil.example', ''])(
    '"%s", of another domain, never gets the key',
    async (host) => {
      const vendor = await startVendor(() => ({ json: { host } }))
      const error = await fetchCounterOrigin(clientOf(vendor)).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(Error)
      expect(String(error)).toContain(':apiKey')
      expect(String(error)).not.toContain('the/key')
      expect(String(error)).not.toContain('the%2Fkey')
    },
  )

  it('is taken on any host of the domain it was asked from', async () => {
    const answer = async (): Promise<Response> => Response.json({ host: 'ws-counters2.wazzup24.com' })
    const client = createWazzupV3Client({ apiKey: 'k', fetch: answer })
    await expect(fetchCounterOrigin(client)).resolves.toBe('https://ws-counters2.wazzup24.com')
  })

  it('that is not told to this key is a refusal', async () => {
    const clock = createTestClock()
    const vendor = await startVendor(() => forbidden)
    const { outages } = watch(clientOf(vendor, clock))
    await until(() => expect(outages).toEqual(['refused']))
    expect(clock.sleepers()).toContain(60_000)
  })

  it('is reached over HTTP where WebSocket is blocked', async () => {
    const socket = await startCounter({ transports: ['polling'] })
    const vendor = await startWithHost(() => socket)
    watch(clientOf(vendor))
    await until(() => expect(socket.greetings).toHaveLength(1))
  })
})

it('ignores what is no count', async () => {
  const socket = await startCounter({
    onGreeting(client) {
      for (const data of [null, {}, { counter: -1 }, { counterV2: 'many' }, { counter: null }]) {
        client.emit('counterUpdate', data)
      }
      client.emit('counterUpdate', { counter: 3, type: 'violet' })
    },
  })
  const { values } = watch(clientOf(await startWithHost(() => socket)))
  await until(() => expect(values).toEqual([{ count: 3, tone: 'red', at }]))
})

it('is silent once it was ended', async () => {
  const clock = createTestClock()
  const socket = await startCounter({})
  const { values, outages, stop } = watch(clientOf(await startWithHost(() => socket), clock))
  await until(() => expect(socket.sockets).toHaveLength(1))
  const gone = new Promise((resolve) => socket.sockets[0]?.on('disconnect', resolve))
  stop()
  socket.sockets[0]?.emit('counterUpdate', { counter: 9 })
  await gone
  await until(() => expect(clock.sleepers()).toEqual([]))
  expect([values, outages]).toEqual([[], []])
})

function startCounter(parameters: Partial<SocketServerParameters>): Promise<RunningSocketServer> {
  return startSocketServer({ version: '4.1', greeting: 'counterConnecting', path: '/ws-counters', ...parameters })
}

/** The vendor's HTTP side: it names the counter's host, and answers for the counter as told. */
function startWithHost(
  host: () => RunningSocketServer,
  counter: VendorAnswer | Promise<VendorAnswer> | (() => VendorAnswer) = forbidden,
): Promise<VendorServer> {
  return startVendor(({ url }) => {
    if (url.startsWith('/counters/ws_host/')) return { json: { host: `127.0.0.1:${host().port}` } }
    return typeof counter === 'function' ? counter() : counter
  })
}

function clientOf({ url }: VendorServer, clock: TestClock = createTestClock()): WazzupV3Client {
  const options = { baseUrl: url, integrationsUrl: url, clock, random: () => 0.5, retries: 0 }
  return createWazzupV3Client({ apiKey: 'the/key', ...options })
}

function watch(client: WazzupV3Client): {
  values: UnansweredValue[]
  outages: CounterOutage[]
  stop: () => void
} {
  const values: UnansweredValue[] = []
  const outages: CounterOutage[] = []
  const stop = watchUnanswered(client, {
    userId: '7',
    onValue: (value) => values.push(value),
    onOutage: (outage) => outages.push(outage),
  })
  onTestFinished(stop)
  return { values, outages, stop }
}
