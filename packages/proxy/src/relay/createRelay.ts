import type { Unanswered } from '@crm-chat/protocol'
import type { WatchParameters } from '../backend.ts'
import type { Clock } from '../clock.ts'
import { OperationError } from '../errors.ts'
import type { ProxyLogger } from '../logger.ts'
import { createUpstream, type Upstream } from './createUpstream.ts'

/** A stream's share in its user's one upstream socket. */
export interface Membership {
  /** The present value; `unknown` until the vendor has sent one. */
  current: () => Unanswered
  leave: () => void
}

/** Hands each user's counter to all of that user's streams, over one upstream socket a user. */
export interface Relay {
  /** Joins a user's counter; `onChange` follows every later change of {@link Membership.current}. */
  join: (parameters: { userId: string; onChange: () => void }) => Membership
  close: () => void
}

interface Room {
  upstream: Upstream
  listeners: Set<() => void>
  stopLinger: () => void
}

/** Makes a {@link Relay}. An upstream socket opens with the first member and closes `lingerMs` after the last one. */
export function createRelay({
  watch,
  clock,
  lingerMs,
  logger,
  random = Math.random,
}: {
  /** Opens a user's counter at the vendor. */
  watch: (parameters: WatchParameters) => () => void
  clock: Clock
  lingerMs: number
  logger: ProxyLogger
  /** Numbers from 0 up to 1. */
  random?: () => number
}): Relay {
  const rooms = new Map<string, Room>()
  const nextEpoch = createEpochs({ clock, random })
  let closed = false

  function openRoom(userId: string): Room {
    const listeners = new Set<() => void>()
    const outages = createOutageLog({ userId, logger })
    const upstream = createUpstream({
      userId,
      watch,
      clock,
      epoch: nextEpoch(),
      onChange: () => {
        outages.clear()
        for (const listener of [...listeners]) listener()
      },
      onOutage: outages.add,
    })
    const room = { upstream, listeners, stopLinger: () => {} }
    rooms.set(userId, room)
    return room
  }

  function closeRoom({ userId, room }: { userId: string; room: Room }): void {
    rooms.delete(userId)
    room.upstream.close()
  }

  function join({ userId, onChange }: { userId: string; onChange: () => void }): Membership {
    if (closed) throw new OperationError({ code: 'upstream_unavailable', message: 'The chat proxy is shutting down.' })
    const room = rooms.get(userId) ?? openRoom(userId)
    const listener = (): void => onChange()
    room.stopLinger()
    room.listeners.add(listener)
    return {
      current: room.upstream.current,
      leave: () => {
        if (!room.listeners.delete(listener) || room.listeners.size > 0 || closed) return
        room.stopLinger = clock.after(lingerMs, () => closeRoom({ userId, room }))
      },
    }
  }

  function close(): void {
    closed = true
    for (const [userId, room] of rooms) {
      room.stopLinger()
      closeRoom({ userId, room })
    }
  }

  return { join, close }
}

/**
 * Returns a function that makes epochs: the time in milliseconds, followed by three random digits that tell apart
 * processes which begin at the same time. They rise within this process, and over a restart as far as the clock does.
 */
function createEpochs({ clock, random }: { clock: Clock; random: () => number }): () => number {
  let last = 0
  return () => {
    last = Math.max(last + 1, clock.now() * 1000 + Math.floor(random() * 1000))
    return last
  }
}

/** A vendor that is away fails at each attempt: one line says so until the reason changes or a value comes. */
function createOutageLog({ userId, logger }: { userId: string; logger: ProxyLogger }): {
  add: (reason: string) => void
  clear: () => void
} {
  let last = ''
  return {
    add: (reason) => {
      if (reason !== last) logger.warn({ userId, reason }, 'the vendor sends no counter values')
      last = reason
    },
    clear: () => {
      last = ''
    },
  }
}
