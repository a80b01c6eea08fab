import { createHash } from 'node:crypto'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { SocketGeneration, SocketTransport } from '../../src/unanswered/protocol.ts'

/** Way in which a host speaks. */
export interface Tongue {
  generation: SocketGeneration
  transport: SocketTransport
}

/** One connection of a client, as the host's script sees it. */
export interface Caller {
  socket: Socket
  tongue: Tongue
  /** Sends engine.io packets, in a WebSocket's frames or as one response. */
  send: (...packets: string[]) => void
  /** Sends bytes as they are. */
  raw: (bytes: string | Uint8Array) => void
}

/** Point of a conversation at which a case misbehaves. */
export type Moment = 'request' | 'open' | 'connect' | 'value'

/** One way to misbehave. */
export interface HostileCase {
  name: string
  moment: Moment
  /** Only over this transport. @default both */
  transport?: SocketTransport
  act: (caller: Caller) => void
}

/** A host on a port of its own. */
export interface HostileHost {
  url: string
  /** Times it has misbehaved. */
  strikes: () => number
  close: () => void
}

/** Bytes of a text frame, of another kind with `first`. */
export function toFrame(text: string | Uint8Array, first = 0x81): Uint8Array {
  const body = Buffer.from(text)
  const size = Buffer.alloc(body.length < 126 ? 0 : body.length < 65_536 ? 2 : 8)
  if (size.length === 2) size.writeUInt16BE(body.length)
  if (size.length === 8) size.writeBigUInt64BE(BigInt(body.length))
  return Buffer.concat([
    Buffer.from([first, size.length === 0 ? body.length : size.length === 2 ? 126 : 127]),
    size,
    body,
  ])
}

/** Bytes of a response over HTTP. */
export function toResponse(body: string, head = '200 OK'): string {
  return `HTTP/1.1 ${head}\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

/** Starts a host that misbehaves in one way, once, and then sends each user the count 7. */
export async function startHostileHost(one: HostileCase, tongue: Tongue, times = 1): Promise<HostileHost> {
  let strikes = 0
  const sockets = new Set<Socket>()
  /** Polls of each session. */
  const polls = new Map<string, number>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    let isUpgraded = false
    let received = Buffer.alloc(0)
    const caller: Caller = {
      socket,
      tongue,
      raw: (bytes) => void (socket.writable && socket.write(bytes)),
      send(...packets) {
        if (tongue.transport === 'websocket') for (const packet of packets) caller.raw(toFrame(packet))
        else caller.raw(toResponse(join(packets, tongue)))
      },
    }
    /** Misbehaves, if this is its time. */
    const strike = (moment: Moment): boolean => {
      if (moment !== one.moment || strikes >= times) return false
      strikes += 1
      one.act(caller)
      return true
    }
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes])
      if (isUpgraded) takeFrames()
      else takeRequests()
    })
    function takeRequests(): void {
      for (let end = received.indexOf('\r\n\r\n'); end >= 0 && !isUpgraded; end = received.indexOf('\r\n\r\n')) {
        const head = received.subarray(0, end).toString('latin1')
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
        if (received.length < end + 4 + length) return
        received = received.subarray(end + 4 + length)
        request(head)
      }
    }
    function request(head: string): void {
      const query = new URLSearchParams(/\?(\S*) HTTP/.exec(head)?.[1])
      const key = /sec-websocket-key: (\S+)/i.exec(head)?.[1]
      const sid = query.get('sid')
      const wrong = findWrong({ query, isUpgrade: key !== undefined, tongue })
      if (wrong !== undefined) caller.raw(toResponse(wrong, '400 Bad Request'))
      else if (sid !== null && head.startsWith('POST')) caller.raw(toResponse('ok'))
      else if (sid !== null) poll(sid)
      else if (!strike('request')) begin(key)
    }
    function begin(key: string | undefined): void {
      isUpgraded = key !== undefined
      if (key !== undefined) caller.raw(toUpgrade(key))
      open()
    }
    function open(): void {
      if (strike('open')) return
      const sid = `s${polls.size}`
      polls.set(sid, 0)
      caller.send(`0${JSON.stringify({ sid, upgrades: [], pingInterval: 25_000, pingTimeout: 20_000 })}`)
      if (tongue.transport === 'websocket' && tongue.generation === 'older') connect()
    }
    function connect(): void {
      if (!strike('connect')) caller.send(tongue.generation === 'older' ? '40' : '40{"sid":"b"}')
    }
    function poll(sid: string): void {
      const count = polls.get(sid) ?? 0
      polls.set(sid, count + 1)
      if (count === 0) connect()
      else if (count === 1 && !strike('value')) caller.send('42["apiV2Notify",{"counter":7}]')
    }
    function takeFrames(): void {
      for (let frame = readFrame(received); frame; frame = readFrame(received)) {
        received = received.subarray(frame.bytes)
        if (frame.text === '40') connect()
        else if (frame.text.includes('"userId"') && !strike('value')) caller.send('42["apiV2Notify",{"counter":7}]')
      }
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // A TCP server has a port.
  return {
    url: `http://127.0.0.1:${port}`,
    strikes: () => strikes,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

function join(packets: string[], { generation }: Tongue): string {
  return generation === 'current'
    ? packets.join('\u001e')
    : packets.map((packet) => `${packet.length}:${packet}`).join('')
}

function toUpgrade(key: string): string {
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`
}

/** Reads a masked frame of a client, of less than 64 KiB. */
function readFrame(bytes: Buffer): { text: string; bytes: number } | undefined {
  const short = (bytes[1] ?? 0) & 0x7f
  const at = short === 126 ? 4 : 2
  if (bytes.length < at + 4) return undefined
  const length = short === 126 ? bytes.readUInt16BE(2) : short
  if (bytes.length < at + 4 + length) return undefined
  const mask = bytes.subarray(at, at + 4)
  const body = bytes.subarray(at + 4, at + 4 + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0))
  return { text: Buffer.from(body).toString(), bytes: at + 4 + length }
}

/** Error of engine.io for a client of another transport or generation. */
function findWrong({
  query,
  isUpgrade,
  tongue,
}: {
  query: URLSearchParams
  isUpgrade: boolean
  tongue: Tongue
}): string | undefined {
  if (isUpgrade !== (tongue.transport === 'websocket')) return '{"code":0,"message":"Transport unknown"}'
  const isCurrent = query.get('EIO') === '4'
  if (isCurrent !== (tongue.generation === 'current')) return '{"code":5,"message":"Unsupported protocol version"}'
  return undefined
}
