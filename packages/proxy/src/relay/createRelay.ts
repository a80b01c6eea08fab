import type { Unanswered } from '@crm-chat/protocol'
import type { WatchParameters } from '../backend.ts'
import type { Clock } from '../clock.ts'
import { OperationError } from '../errors.ts'
import type { ProxyLogger } from '../logger.ts'
import { createUpstream, type Upstream } from './createUpstream.ts'

/** A subscription to a user's counter. */
export interface Subscription {
  /** Returns the current value; `unknown` until the vendor has sent one. */
  current: () => Unanswered
  unsubscribe: () => void
}

/**
 * Passes each user's counter to all of that user's streams, over one upstream socket per user. On its way to a page a
 * value waits in up to four places, each of which holds the newest one only: the throttle (`createThrottle`), the current
 * value (`createUpstream`), the buffer of a stream or the notifier of a socket (`createCoalescingBuffer`,
 * `createNotifier`), and in the page the newest event of the connected tab.
 */
export interface Relay {
  /** Subscribes to a user's counter; `onChange` follows every later change of {@link Subscription.current}. */
  subscribe: (parameters: { userId: string; onChange: () => void }) => Subscription
  close: () => void
}

interface SharedUpstream {
  upstream: Upstream
  listeners: Set<() => void>
  stopLinger: () => void
}

/** Makes a {@link Relay}. An upstream socket opens with the first subscriber and closes `lingerMs` after the last one. */
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
  const shared = new Map<string, SharedUpstream>()
  const nextEpoch = createEpochs({ clock, random })
  let closed = false

  function open(userId: string): SharedUpstream {
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
    const entry = { upstream, listeners, stopLinger: () => {} }
    shared.set(userId, entry)
    return entry
  }

  function closeUpstream(userId: string): void {
    shared.get(userId)?.upstream.close()
    shared.delete(userId)
  }

  function subscribe({ userId, onChange }: { userId: string; onChange: () => void }): Subscription {
    if (closed) throw new OperationError({ code: 'upstream_unavailable', message: 'The chat proxy is shutting down.' })
    const entry = shared.get(userId) ?? open(userId)
    const listener = (): void => onChange()
    entry.stopLinger()
    entry.listeners.add(listener)
    return {
      current: entry.upstream.current,
      unsubscribe: () => {
        if (!entry.listeners.delete(listener) || entry.listeners.size > 0 || closed) return
        entry.stopLinger = clock.after(lingerMs, () => closeUpstream(userId))
      },
    }
  }

  function close(): void {
    closed = true
    for (const [userId, entry] of shared) {
      entry.stopLinger()
      closeUpstream(userId)
    }
  }

  return { subscribe, close }
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

/** A vendor that is away fails at each attempt: it is logged once, until the reason changes or a value arrives. */
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
