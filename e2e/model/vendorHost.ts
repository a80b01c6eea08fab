import { EventEmitter } from 'node:events'

/** Frames that no Socket.IO host sends. */
export const garbage = [
  '42["x',
  '42[]',
  '4',
  '45-["x"]',
  '0zz',
  '451000000000-[',
  '42["apiV2Notify",{"counter":"1e400"}]',
  '\u0000',
] as const

/** Time a packet takes from one end to the other. */
const latencyMs = 2

const pingEveryMs = 25_000

/** The vendor's counter host, as far as its protocol goes, without a network. */
export interface VendorHost {
  /** A socket that connects to this host: it stands in for the one of the package `ws`. */
  Socket: new (
    address: URL,
  ) => EventEmitter
  /** Sends a user a number, and keeps it for whoever connects later. */
  set: (userId: string, count: number) => void
  /** Ends the connections of a user, or all of them. */
  drop: (userId?: string) => void
  /** Refuses connections, and ends those there are. */
  goDown: () => void
  comeUp: () => void
  /** Swallows every packet, and keeps the connections open. */
  freeze: () => void
  /** Lets packets through again, and ends the connections from before. */
  thaw: () => void
  /** Sends a user something that is no packet. */
  sendGarbage: (userId: string, frame: string) => void
  /** Sends a user the current number again. */
  repeat: (userId: string) => void
  /** Every number that a user was ever sent, in order. */
  sent: (userId: string) => readonly number[]
  /**
   * Place in that list of the newest number that was there so long ago; of none while packets are swallowed and for
   * as long after it, when nobody can know.
   */
  newestBefore: (userId: string, ms: number) => number
  /** Open connections, by user. */
  connections: (userId: string) => number
}

/** Makes a {@link VendorHost}. */
export function createVendorHost(): VendorHost {
  const counts = new Map<string, number[]>()
  const times = new Map<string, number[]>()
  const sockets = new Set<HostSocket>()
  let isDown = false
  const dead = new Set<HostSocket>()
  let isFrozen = false
  let thawedAt = Number.NEGATIVE_INFINITY

  class HostSocket extends EventEmitter {
    readonly bufferedAmount = 0
    userId: string | undefined
    #isOver = false
    #ping: ReturnType<typeof setInterval> | undefined

    constructor() {
      super()
      setTimeout(() => this.#open(), latencyMs)
    }

    #open(): void {
      if (this.#isOver) return
      if (isFrozen) {
        dead.add(this)
        return
      }
      if (isDown) {
        this.#fail()
        return
      }
      sockets.add(this)
      this.#ping = setInterval(() => this.deliver('2'), pingEveryMs)
      this.deliver(`0{"sid":"s","upgrades":[],"pingInterval":${pingEveryMs},"pingTimeout":20000,"maxPayload":1000000}`)
    }

    #fail(): void {
      this.#isOver = true
      this.emit('error', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
      this.emit('close')
    }

    /** Sends a packet to the client. */
    deliver(packet: string): void {
      setTimeout(() => {
        if (!this.#isOver && !dead.has(this)) this.emit('message', Buffer.from(packet), false)
      }, latencyMs)
    }

    notify(): void {
      const count = counts.get(this.userId ?? '')?.at(-1)
      if (count !== undefined) this.deliver(`42["apiV2Notify",{"counter":${count}}]`)
    }

    send(packet: string): void {
      setTimeout(() => this.#receive(packet), latencyMs)
    }

    #receive(packet: string): void {
      if (this.#isOver || dead.has(this)) return
      if (packet === '40') this.deliver('40{"sid":"t"}')
      if (!packet.startsWith('42')) return
      const [, data] = JSON.parse(packet.slice(2)) as [string, { userId: string }] // Our own client's.
      this.userId = data.userId
      this.notify()
    }

    pong(): void {}

    /** Ends the connection from the host's side. */
    cut(): void {
      setTimeout(() => {
        if (this.#isOver) return
        this.terminate()
        this.emit('close')
      }, latencyMs)
    }

    terminate(): void {
      this.#isOver = true
      sockets.delete(this)
      dead.delete(this)
      clearInterval(this.#ping)
    }
  }

  const of = (userId: string): HostSocket[] => [...sockets].filter((socket) => socket.userId === userId)

  return {
    Socket: HostSocket,
    set: (userId, count) => {
      counts.set(userId, [...(counts.get(userId) ?? []), count])
      times.set(userId, [...(times.get(userId) ?? []), performance.now()])
      for (const socket of of(userId)) socket.notify()
    },
    drop: (userId) => {
      for (const socket of userId === undefined ? [...sockets] : of(userId)) socket.cut()
    },
    goDown: () => {
      isDown = true
      for (const socket of [...sockets]) socket.cut()
    },
    comeUp: () => {
      isDown = false
    },
    freeze: () => {
      isFrozen = true
      for (const socket of sockets) dead.add(socket)
    },
    thaw: () => {
      isFrozen = false
      thawedAt = performance.now()
      for (const socket of [...dead]) socket.cut()
    },
    sendGarbage: (userId, frame) => {
      for (const socket of of(userId)) socket.deliver(frame)
    },
    repeat: (userId) => {
      for (const socket of of(userId)) socket.notify()
    },
    sent: (userId) => counts.get(userId) ?? [],
    newestBefore: (userId, ms) => {
      if (isFrozen || performance.now() < thawedAt + ms) return -1
      return (times.get(userId) ?? []).findLastIndex((at) => at < performance.now() - ms)
    },
    connections: (userId) => of(userId).length,
  }
}
