import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { Server } from 'socket.io'
import { nowUs } from '../process/nowUs.ts'
import { pace } from '../process/pace.ts'
import { serveParent } from '../process/serveParent.ts'
import { numberOf, toUser } from '../users.ts'
import { listen } from './listen.ts'

const http = createServer(respond)
const io = new Server(http)
const sockets = new Set<Socket>()
/** Times of all TCP connects, in microseconds. */
let connects: number[] = []
let links = 0
/** Amount by which each user's counter is above the user's own number. */
let base = 0

/**
 * A vendor of API V2, as small as can be: links to windows, and counters by Socket.IO. Each user's page or proxy joins
 * the room of that user. It is also the peer of the relay: a Socket.IO server that emits to rooms.
 */
const methods = {
  start: (): Promise<string> => listen(http),
  /** Number of links made since the start. */
  countLinks: (): number => links,
  setBase(value: number): void {
    base = value
  },
  /** Sends each user a new counter, all at once. */
  changeAll({ base: next, users }: { base: number; users: number }): void {
    base = next
    for (let number = 0; number < users; number++) {
      io.to(toUser(number)).emit('apiV2Notify', { counter: base + number })
    }
  },
  /** Emits one value to one user after the other, evenly. @returns the time of each, in microseconds */
  async emit({ users, count, perSecond }: { users: number; count: number; perSecond: number }): Promise<number[]> {
    const times: number[] = []
    await pace({
      count,
      perSecond,
      run: (index) => {
        times.push(nowUs())
        io.to(toUser(index % users)).emit('apiV2Notify', { counter: index })
      },
    })
    return times
  },
  /** Stops listening and drops all connections, and comes back with other values. @returns the time of that */
  async fail({ forMs, base: next }: { forMs: number; base: number }): Promise<number> {
    const address = http.address()
    if (address === null || typeof address === 'string') throw new Error('The vendor does not listen.')
    const closed = new Promise((resolve) => http.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
    await setTimeout(forMs)
    base = next
    connects = []
    await listen(http, address.port)
    return nowUs()
  },
  /** The most TCP connects within any second since the start or the last outage. */
  peakConnects(): number {
    let first = 0
    let peak = 0
    for (const [index, time] of connects.entries()) {
      while ((connects[first] ?? time) <= time - 1_000_000) first += 1
      peak = Math.max(peak, index - first + 1)
    }
    return peak
  },
}

http.on('connection', (socket) => {
  connects.push(nowUs())
  sockets.add(socket)
  socket.once('close', () => sockets.delete(socket))
})

io.on('connection', (socket) => {
  socket.on('apiV2IframeConnecting', ({ userId }: { userId: string }) => {
    void socket.join(userId)
    socket.emit('apiV2Notify', { counter: base + numberOf(userId) })
  })
})

function respond(request: IncomingMessage, response: ServerResponse): void {
  if (request.url !== '/v2/iframe') return void response.writeHead(404).end()
  links += 1
  const body = JSON.stringify({ url: `http://${request.headers.host}/chat/?token=${links}` })
  request.resume().once('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
  })
}

export type Vendor = typeof methods
serveParent(methods)
