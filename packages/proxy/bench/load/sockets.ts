import { io } from 'socket.io-client'
import { WebSocket } from 'ws'
import { nowUs } from '../process/nowUs.ts'
import { toUser } from '../users.ts'

/** Parameters of {@link openSockets}. */
export interface SocketParameters {
  url: string
  sockets: number
  perUser: number
  /** `library`: as a page would. `light`: speaks only as much of the protocol as it must, so that the load costs little. */
  client: 'library' | 'light'
  /** Joins the user's room. */
  joins: boolean
}

/** One socket, with its room or without. */
interface Parameters {
  url: string
  user: string
  joins: boolean
}

const closers: (() => void)[] = []
let counts: number[] = []
let times: number[] = []

/** Connects clients of a Socket.IO server, by WebSocket, fifty at a time. */
export async function openSockets({ url, sockets, perUser, client, joins }: SocketParameters): Promise<void> {
  const open = client === 'library' ? openWithLibrary : openLight
  let next = 0
  async function work(): Promise<void> {
    while (next < sockets) await open({ url, user: toUser(Math.floor(next++ / perUser)), joins })
  }
  await Promise.all(Array.from({ length: 50 }, work))
}

/** Disconnects all of them. */
export function closeSockets(): void {
  for (const close of closers.splice(0)) close()
}

/** Returns the counters that arrived since the last call, over all sockets, with their times in microseconds. */
export function takeCounters(): { counts: number[]; times: number[] } {
  const taken = { counts, times }
  counts = []
  times = []
  return taken
}

function record(counter: number): void {
  counts.push(counter)
  times.push(nowUs())
}

const toGreeting = (userId: string): object => ({ apiKey: 'bench-key', userId })

function openWithLibrary({ url, user, joins }: Parameters): Promise<void> {
  const socket = io(url, { forceNew: true, transports: ['websocket'], reconnection: false })
  closers.push(() => socket.disconnect())
  return new Promise((resolve, reject) => {
    socket.on('connect_error', reject)
    socket.on('apiV2Notify', ({ counter }: { counter: number }) => record(counter))
    socket.on('connect', () => {
      if (joins) socket.emit('apiV2IframeConnecting', toGreeting(user))
      resolve()
    })
  })
}

/** Connects by Socket.IO protocol 5 without its library. */
function openLight({ url, user, joins }: Parameters): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  closers.push(() => socket.terminate())
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('message', (data) => {
      const text = String(data)
      const [type = ''] = /^4?\d/.exec(text) ?? []
      const handle = handlers[type]
      handle?.({
        socket,
        text,
        join: () => {
          if (joins) socket.send(`42${JSON.stringify(['apiV2IframeConnecting', toGreeting(user)])}`)
          resolve()
        },
      })
    })
  })
}

/** Reactions to a packet, by its type: of the engine, and after a 4 of Socket.IO. */
const handlers: Record<string, (packet: { socket: WebSocket; text: string; join: () => void }) => void> = {
  '0': ({ socket }) => socket.send('40'),
  '2': ({ socket }) => socket.send('3'),
  '40': ({ join }) => join(),
  '42': ({ text }) => record(JSON.parse(text.slice(2))[1].counter),
}
