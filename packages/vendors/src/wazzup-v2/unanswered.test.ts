import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createTestClock, type TestClock } from '../../test/createTestClock.ts'
import {
  type RunningSocketServer,
  type ServerSocket,
  type SocketVersion,
  startSocketServer,
} from '../../test/startSocketServer.ts'
import { startVendor } from '../../test/startVendor.ts'
import { until } from '../../test/until.ts'
import type { SocketTransport } from '../unanswered/protocol.ts'
import type { CounterOutage, UnansweredValue } from '../unanswered/unansweredValue.ts'
import { createWazzupV2Client, type WazzupV2Client } from './client.ts'
import * as examples from './fixtures/examples.ts'
import { counterNotifySchema, counterRequestSchema, watchUnanswered } from './unanswered.ts'

const versions: SocketVersion[] = ['2.5', '4.1', '4.8']
const greeting = 'apiV2IframeConnecting'
/** A sleeper that ends a handshake, not a wait for the next one. */
const handshakeMs = 5_000

const transports = [['websocket'], ['polling'], ['polling', 'websocket']] as SocketTransport[][]
const servers = versions.flatMap((version) => transports.map((ways) => ({ version, ways })))

describe.each(servers)('on a server of Socket.IO $version over $ways', ({ version, ways }) => {
  it('says who it is, and receives the counts', async () => {
    const server = await startSocketServer({
      version,
      transports: ways,
      greeting,
      onGreeting: (socket) => socket.emit('apiV2Notify', { counter: 4 }),
    })
    const { values } = watch(clientOf(server))
    await until(() => expect(values).toHaveLength(1))
    expect(values).toEqual([{ count: 4, tone: 'red', at: '2026-01-01T00:00:00.000Z' }])
    expect(server.greetings).toEqual([{ apiKey: 'the-key', userId: '222555' }])
    server.sockets[0]?.emit('apiV2Notify', { counter: 0 })
    await until(() => expect(values[1]).toMatchObject({ count: 0, tone: null }))
  })

  it('says again who it is after the connection was lost', async () => {
    const clock = createTestClock()
    const server = await startSocketServer({ version, transports: ways, greeting })
    const { outages } = watch(clientOf(server, clock))
    await until(() => expect(server.greetings).toHaveLength(1))
    server.sockets[0]?.conn.close()
    await until(() => expect(clock.sleepers()).toEqual([250]))
    expect(outages).toEqual(['dropped'])
    await clock.advance(250)
    await until(() => expect(server.greetings).toHaveLength(2))
    expect(outages).toEqual(['dropped'])
  })

  it('waits about a minute after the vendor closed the door', async () => {
    const clock = createTestClock()
    const server = await startSocketServer({
      version,
      transports: ways,
      greeting,
      onGreeting: (socket) => socket.disconnect(false),
    })
    const { outages } = watch(clientOf(server, clock))
    await until(() => expect(clock.sleepers()).toEqual([60_000]))
    expect(outages).toEqual(['refused'])
  })

  it('calls a server that lets nobody in a refusal', async () => {
    const clock = createTestClock()
    const server = await startSocketServer({ version, transports: ways, greeting })
    server.server.use((_, next) => next(new Error('unknown key')))
    const { outages } = watch(clientOf(server, clock))
    await until(() => expect(clock.sleepers()).toEqual([60_000]))
    expect(outages).toEqual(['refused'])
  })

  it('is silent once it was ended', async () => {
    const server = await startSocketServer({ version, transports: ways, greeting })
    const { values, outages, stop } = watch(clientOf(server))
    await until(() => expect(server.greetings).toHaveLength(1))
    const gone = new Promise((resolve) => server.sockets[0]?.on('disconnect', resolve))
    stop()
    server.sockets[0]?.emit('apiV2Notify', { counter: 9 })
    await gone
    expect([values, outages]).toEqual([[], []])
  })
})

describe("the documents' example", () => {
  it('has the two payloads', () => {
    const { counterRequest, counterNotify } = examples
    expect(counterRequestSchema.parse(counterRequest.payload)).toEqual(counterRequest.payload)
    expect(counterNotifySchema.parse(counterNotify.payload)).toEqual(counterNotify.payload)
  })

  it('has the host and the two events', async () => {
    const { url, emits, listens } = examples.counterScript.payload
    expect(createWazzupV2Client({ apiKey: 'k' }).counterUrl).toBe(url)
    const server = await startSocketServer({
      version: '2.5',
      greeting: emits,
      onGreeting: (socket) => socket.emit(listens, examples.counterNotify.payload),
    })
    const { values } = watch(clientOf(server))
    await until(() => expect(values).toMatchObject([{ count: examples.counterNotify.payload.counter }]))
  })
})

describe('the protocol', () => {
  it('that worked is remembered by the client', async () => {
    const onGreeting = (socket: ServerSocket): unknown => socket.emit('apiV2Notify', { counter: 1 })
    const server = await startSocketServer({ version: '2.5', greeting, onGreeting })
    const client = clientOf(server)
    watch(client)
    await until(() => expect(server.greetings).toHaveLength(1))
    expect(client.counterProtocol.generation).toBe('older')
    const connected = vi.fn()
    server.server.on('connection', connected)
    watch(client)
    await until(() => expect(server.greetings).toHaveLength(2))
    expect(connected).toHaveBeenCalledOnce()
  })

  it('is the current one again after the vendor has moved on', async () => {
    const clock = createTestClock()
    const before = await startSocketServer({ version: '2.5', greeting })
    const client = clientOf(before, clock)
    const { outages } = watch(client)
    await until(() => expect(before.greetings).toHaveLength(1))
    await before.close()
    const after = await startSocketServer({ version: '4.8', greeting, port: before.port })
    await until(async () => {
      await clock.advance(250)
      expect(after.greetings).toHaveLength(1)
    })
    expect(client.counterProtocol.generation).toBe('current')
    expect(outages[0]).toBe('dropped')
  })
})

describe('a host that cannot be reached', () => {
  it('but answers with a page of its own is in neither protocol, and nothing is remembered', async () => {
    const clock = createTestClock()
    const portal = await startVendor(() => ({ headers: { 'content-type': 'text/html' }, text: '<html>Log in</html>' }))
    const client = createWazzupV2Client({ apiKey: 'the-key', counterUrl: portal.url, clock, random: () => 0.5 })
    const { outages } = watch(client)
    await until(() => expect(clock.sleepers()).toEqual([500]))
    expect(outages).toEqual(['unreachable'])
    expect(client.counterProtocol.generation).toBe('current')
    expect(portal.requests.map(({ text }) => text).join()).not.toContain('the-key')
  })

  it('is probed twice a second for a minute, then ever later up to half a minute', async () => {
    const clock = createTestClock()
    const server = await startSocketServer({ version: '4.8', greeting })
    await server.close()
    const { outages } = watch(clientOf(server, clock))
    const waits: number[] = []
    for (let probe = 0; probe < 200; probe += 1) {
      const [waitMs = 0] = await until(() => {
        const sleepers = clock.sleepers()
        expect(sleepers).toHaveLength(1)
        expect(sleepers).not.toContain(handshakeMs)
        return sleepers
      })
      waits.push(waitMs)
      await clock.advance(waitMs)
    }
    expect(waits.slice(0, 120)).toEqual(Array(120).fill(500))
    expect(waits.slice(120)).toEqual(waits.slice(120).sort((a, b) => a - b))
    expect(waits[121]).toBeGreaterThan(1_900)
    expect(waits[121]).toBeLessThan(2_200)
    expect(waits.at(-1)).toBe(25_000)
    expect(outages).toEqual(['unreachable'])
  })
})

it('ignores what is no count', async () => {
  const tooLarge = [2 ** 53, '9007199254740993', '99999999999999999999999', '9'.repeat(400), 1e23]
  const server = await startSocketServer({
    version: '4.8',
    greeting,
    onGreeting(socket) {
      for (const counter of [-1, null, 'many', {}, 1.5, Number.NaN, ...tooLarge])
        socket.emit('apiV2Notify', { counter })
      socket.emit('apiV2Notify', null)
      socket.emit('apiV2Notify', { counter: '7' })
    },
  })
  const { values } = watch(clientOf(server))
  await until(() => expect(values.map(({ count }) => count)).toEqual([7]))
})

function clientOf({ url }: RunningSocketServer, clock: TestClock = createTestClock()): WazzupV2Client {
  return createWazzupV2Client({ apiKey: 'the-key', counterUrl: url, clock, random: () => 0.5 })
}

function watch(client: WazzupV2Client): {
  values: UnansweredValue[]
  outages: CounterOutage[]
  stop: () => void
} {
  const values: UnansweredValue[] = []
  const outages: CounterOutage[] = []
  const stop = watchUnanswered(client, {
    userId: '222555',
    onValue: (value) => values.push(value),
    onOutage: (outage) => outages.push(outage),
  })
  onTestFinished(stop)
  return { values, outages, stop }
}
