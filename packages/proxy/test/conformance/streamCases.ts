import type { EventEmitter } from 'node:events'
import { Agent } from 'node:http'
import type { Socket } from 'node:net'
import { expect } from 'vitest'
import { eventually } from '../eventually.ts'
import type { ConformanceCase, ProcessCase } from './case.ts'

const heartbeatMs = 15_000

/** Live streams. */
export const streamCases: ConformanceCase[] = [
  {
    title: 'streams each value as it comes, until the page leaves',
    run: async ({ page, basePath, vendor }) => {
      const stream = await page.openStream({ path: `${basePath}/events` })
      expect(stream.headers).toMatchObject({ 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
      expect(await stream.next()).toMatch(/^retry: /)
      expect(await stream.nextCount()).toBe(1)
      vendor.send('1', 2)
      expect(await stream.nextCount()).toBe(2)
      stream.leave()
      await eventually(() => expect(vendor.counters('1')).toBe(0))
    },
  },
  {
    title: 'holds no event back where responses are compressed',
    compressed: true,
    run: async ({ page, basePath, vendor }) => {
      const headers = { 'accept-encoding': 'gzip, br' }
      const stream = await page.openStream({ path: `${basePath}/events`, headers })
      expect(stream.headers).not.toHaveProperty('content-encoding')
      expect(stream.headers['cache-control']).toContain('no-transform')
      expect(await stream.nextCount()).toBe(1)
      for (const count of [2, 3]) {
        vendor.send('1', count)
        expect(await stream.nextCount()).toBe(count)
      }
      stream.leave()
      expect((await page.send({ path: `${basePath}/session` })).json()).toMatchObject({ user: { id: '1' } })
      await eventually(() => expect(vendor.counters('1')).toBe(0))
    },
  },
  {
    title: 'streams to several pages at once, to each its own user’s values',
    run: async ({ page, basePath, vendor }) => {
      const path = `${basePath}/events`
      const open = (cookie: string) => page.openStream({ path, headers: { cookie } })
      const anns = await Promise.all(['session=ann', 'session=ann', 'session=ann'].map(open))
      const bob = await open('session=bob')
      for (const stream of [...anns, bob]) expect(await stream.nextCount()).toBe(1)
      vendor.send('1', 5)
      vendor.send('2', 7)
      expect(await Promise.all(anns.map((stream) => stream.nextCount()))).toEqual([5, 5, 5])
      expect(await bob.nextCount()).toBe(7)
      for (const stream of [...anns, bob]) stream.leave()
      await eventually(() => expect([vendor.counters('1'), vendor.counters('2')]).toEqual([0, 0]))
    },
  },
]

/** Behaviour that is seen from within the process only. */
export const processCases: ProcessCase[] = [
  {
    title: 'explains a development server that changes the host',
    run: async ({ page, basePath, log }) => {
      const headers = { host: 'localhost:3000', origin: 'http://localhost:5173' }
      const response = await page.send({
        path: `${basePath}/window`,
        method: 'POST',
        body: '{"scope":"global"}',
        headers,
      })
      expect([response.status, response.code()]).toEqual([403, 'foreign_origin'])
      const [line] = log.lines.map(({ fields }) => JSON.stringify(fields))
      for (const part of ['localhost:3000', 'localhost:5173', 'allowedOrigins']) expect(line).toContain(part)
    },
  },
  {
    title: 'ends the stream of a user who has logged out',
    run: async ({ page, basePath, vendor, chat }) => {
      const stream = await page.openStream({ path: `${basePath}/events` })
      expect(await stream.nextCount()).toBe(1)
      chat.revoke('1')
      expect(await stream.nextCount()).toBeNull()
      await eventually(() => expect(vendor.counters('1')).toBe(0))
    },
  },
  {
    title: 'sends a heartbeat while nothing happens',
    frozen: true,
    run: async ({ page, basePath, clock }) => {
      const stream = await page.openStream({ path: `${basePath}/events` })
      expect(await stream.nextCount()).toBe(1)
      clock.advance(heartbeatMs)
      expect(await stream.next()).toMatch(/^:/)
      stream.leave()
    },
  },
  {
    title: 'leaves no listener behind',
    run: async ({ page, basePath, server, vendor }) => {
      const sockets: Socket[] = []
      server.on('connection', (socket: Socket) => sockets.push(socket))
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      const sendBoth = async (): Promise<object[]> => {
        await page.send({ path: `${basePath}/session`, agent })
        await page.send({ path: `${basePath}/window`, method: 'POST', body: '{"scope":"global"}', agent })
        return [server, ...sockets].map(countListeners)
      }
      await sendBoth()
      const before = await sendBoth()
      for (let turn = 0; turn < 12; turn += 1) await sendBoth()
      expect(await sendBoth()).toEqual(before)
      agent.destroy()
      for (let turn = 0; turn < 5; turn += 1) {
        const stream = await page.openStream({ path: `${basePath}/events` })
        expect(await stream.nextCount()).toBe(1)
        stream.leave()
      }
      await eventually(() => expect(vendor.counters('1')).toBe(0))
      await eventually(() => expect(sockets.filter((socket) => !socket.destroyed)).toEqual([]))
      expect(countListeners(server)).toEqual(before[0])
    },
  },
]

function countListeners(emitter: EventEmitter): object {
  return Object.fromEntries(emitter.eventNames().map((name) => [name, emitter.listenerCount(name)]))
}
