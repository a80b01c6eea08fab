import { createSubscribers } from '../../store/subscribers/createSubscribers.ts'
import { type SocketFrame, toSocketFrame } from './toSocketFrame.ts'

/** An open connection and its latest frames. */
export interface LiveSocket {
  id: string
  /** Its operation, e.g. `wazzup-v2.watchUnanswered`. */
  operation: string
  userId: string
  /** Reason for a value that one might not expect; `null` without one. */
  remark: string | null
  /** Unix time in milliseconds. */
  openedAt: number
  /** Number of events sent to the client. */
  told: number
  /** Number of events received from the client. */
  heard: number
  /** The last event sent to the client; `null` before the first. */
  last: { event: string; value: unknown } | null
  /** The last frames in either direction, the newest last. */
  frames: SocketFrame[]
}

/** An event on a connection. */
export type SocketEvent = Pick<SocketFrame, 'event' | 'value'>

/** The open connections of one account. */
export interface LiveSockets {
  /** Adds a connection, or restarts the one with its id. */
  open: (socket: Pick<LiveSocket, 'id' | 'operation' | 'userId' | 'openedAt'>) => void
  recordSent: (id: string, event: SocketEvent) => void
  recordReceived: (id: string, event: SocketEvent) => void
  /** Explains the values of a connection in the inspector. */
  setRemark: (id: string, remark: string | null) => void
  close: (id: string) => void
  /** The latest first. */
  list: () => LiveSocket[]
  /** @returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void
}

const maxFrames = 30

/** Creates the list of one account. The account's keys are redacted. */
export function createLiveSockets({ now, keys }: { now: () => number; keys: string[] }): LiveSockets {
  const sockets = new Map<string, LiveSocket>()
  const { notify, subscribe } = createSubscribers()
  function change(id: string, toNext: (socket: LiveSocket) => Partial<LiveSocket>): void {
    const socket = sockets.get(id)
    if (!socket) return
    sockets.set(id, { ...socket, ...toNext(socket) })
    notify()
  }
  function add(frames: SocketFrame[], frame: Omit<SocketFrame, 'at'>): SocketFrame[] {
    return [...frames, toSocketFrame({ ...frame, at: now(), keys })].slice(-maxFrames)
  }
  return {
    open(socket) {
      sockets.set(socket.id, { ...socket, remark: null, told: 0, heard: 0, last: null, frames: [] })
      notify()
    },
    recordSent: (id, event) =>
      change(id, ({ told, frames }) => ({
        told: told + 1,
        last: event,
        frames: add(frames, { direction: 'told', ...event }),
      })),
    recordReceived: (id, event) =>
      change(id, ({ heard, frames }) => ({ heard: heard + 1, frames: add(frames, { direction: 'heard', ...event }) })),
    setRemark(id, remark) {
      if (sockets.get(id)?.remark !== remark) change(id, () => ({ remark }))
    },
    close(id) {
      if (sockets.delete(id)) notify()
    },
    list: () => [...sockets.values()].reverse(),
    subscribe,
  }
}
