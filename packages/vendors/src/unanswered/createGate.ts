import type { Clock } from '../http/clock.ts'
import { createBucket } from './createBucket.ts'
import { probeAfter, retryAfterRefusal } from './retryAfterOutage.ts'
import type { CounterOutage } from './unansweredValue.ts'

/** Failure of an attempt or a connection. */
export interface Failure {
  outage: CounterOutage
  /** Cause, as in `CounterOutageDetails`. */
  code: string
  /** True if the host had not been told the user yet: the others would fail alike. */
  isShared: boolean
  /** Time the vendor asked to wait for. */
  retryAfterMs?: number | undefined
}

/** A watch that wants to connect. */
export interface Visitor {
  userId: string
  isUrgent?: (() => boolean) | undefined
  /** Called if the gate is closed, or closes, while the visitor waits. */
  onClosed: (failure: Pick<Failure, 'outage' | 'code'>) => void
  signal: AbortSignal
}

/** Leave for one attempt and the connection it makes. */
export interface Pass {
  /** The host has responded. */
  connected: () => void
  /** The host has sent this user a value. */
  admitted: () => void
  /** @returns true if the gate paces the next attempt; false if the failure is this user's own. */
  fail: (failure: Failure) => boolean
  /** The watch has ended. */
  leave: () => void
}

/** Decides who may connect to one host with one key. */
export interface Gate {
  /** Resolves with leave to connect, or with `undefined` after the signal has aborted. */
  enter: (visitor: Visitor) => Promise<Pass | undefined>
}

/** Connects a second, and at once after a rest. */
const pace = { perSecond: 220, atOnce: 20 }
/** Silence after a connect that counts as admission, since some hosts send changes only. */
const graceMs = 1_000
/** The same after refusals. */
const graceAfterRefusalMs = 10_000
/** Users that must be refused before the key is to blame. */
const enoughRefusals = 3

interface Waiter {
  visitor: Visitor
  resolve: (pass: Pass | undefined) => void
}

/** The host is away, or refuses the key. */
interface Closure extends Pick<Failure, 'outage' | 'code'> {
  /** Time at which the host went away. */
  sinceMs: number
  nextProbeAtMs: number
  /** True if only users were refused, one by one: it may be about them. */
  isDoubtful: boolean
}

/**
 * Creates the gate of one host and key, shared by all watches of a client. While the host is in doubt one attempt at a time
 * is made, and the others wait for its outcome; while it is away, one probe at a time. A success lets the others in at a
 * bounded rate, urgent ones first. A failure that may be one user's own leaves the gate open. See the decision page
 * "One gate to the counter's host".
 */
export function createGate({ clock, random }: { clock: Clock; random: () => number }): Gate {
  const bucket = createBucket({ ...pace, clock })
  const waiting = new Set<Waiter>()
  /** Connections that have had a value: proof that the key is good. */
  const admitted = new Set<Pass>()
  const refusedUsers = new Set<string>()
  /** Reach of the next attempt before others may follow. */
  let needed: 'admission' | 'connection' | 'nothing' = 'admission'
  let wasAdmitted = false
  let closure: Closure | undefined
  /** The one attempt that the others wait for. */
  let scout: { pass: Pass; connectedAtMs?: number } | undefined
  let wake = new AbortController()
  let isPumping = false

  async function pump(): Promise<void> {
    if (isPumping) return wake.abort()
    isPumping = true
    while (waiting.size > 0) {
      const waitMs = timeToNext()
      if (waitMs === undefined) break
      if (waitMs <= 0) {
        letNextIn()
        continue
      }
      wake = new AbortController()
      await clock.sleep(waitMs, wake.signal)
    }
    isPumping = false
  }

  /** `undefined` until the scout has news. */
  function timeToNext(): number | undefined {
    if (scout) return timeOfGrace(scout)
    if (!closure) return bucket.waitMs()
    return findUnrefused() ? 0 : closure.nextProbeAtMs - clock.elapsed()
  }

  function timeOfGrace({ connectedAtMs }: { connectedAtMs?: number }): number | undefined {
    if (connectedAtMs === undefined) return undefined
    const ms = connectedAtMs + (refusedUsers.size > 0 ? graceAfterRefusalMs : graceMs) - clock.elapsed()
    if (ms <= 0) open()
    return Math.max(0, ms)
  }

  /** One user's refusal says little about the key: another user may try at once. */
  function findUnrefused(): Waiter | undefined {
    if (!closure?.isDoubtful || refusedUsers.size >= enoughRefusals) return undefined
    return [...waiting].find(({ visitor }) => !refusedUsers.has(visitor.userId))
  }

  function letNextIn(): void {
    const [first] = waiting
    const next = findUnrefused() ?? [...waiting].find(isUrgent) ?? first
    if (!next) return
    waiting.delete(next)
    bucket.take()
    const pass = createPass(next.visitor)
    if (closure || needed !== 'nothing') scout = { pass }
    next.resolve(pass)
  }

  function createPass({ userId }: Visitor): Pass {
    const endScout = (): boolean => {
      admitted.delete(pass)
      const wasScout = scout?.pass === pass
      if (wasScout) scout = undefined
      return wasScout
    }
    const pass: Pass = {
      connected() {
        if (scout?.pass !== pass) return
        scout.connectedAtMs = clock.elapsed()
        if (needed === 'connection' && closure?.outage !== 'refused') open()
        void pump()
      },
      admitted() {
        admitted.add(pass)
        wasAdmitted = true
        if (scout?.pass !== pass) return
        open()
        void pump()
      },
      fail(failure) {
        const wasScout = endScout()
        const isOwn = !failure.isShared && (failure.outage !== 'refused' || admitted.size > 0)
        if (isOwn) doubt()
        else if (wasScout || !closure) close(failure)
        if (!isOwn && !failure.isShared) refusedUsers.add(userId)
        void pump()
        return !isOwn
      },
      leave() {
        endScout()
        void pump()
      },
    }
    return pass
  }

  /** A lost connection may be the first of many: the next attempt goes alone. */
  function doubt(): void {
    if (needed === 'nothing') needed = 'connection'
  }

  function open(): void {
    scout = undefined
    closure = undefined
    needed = 'nothing'
    refusedUsers.clear()
    if (waiting.size > pace.atOnce) bucket.empty()
  }

  function close({ outage, code, isShared, retryAfterMs = 0 }: Failure): void {
    const now = clock.elapsed()
    const sinceMs = closure?.sinceMs ?? now
    const delayMs = outage === 'refused' ? retryAfterRefusal({ random }) : probeAfter({ awayMs: now - sinceMs, random })
    const nextProbeAtMs = now + Math.max(delayMs, retryAfterMs)
    closure = { outage, code, sinceMs, nextProbeAtMs, isDoubtful: outage === 'refused' && !isShared }
    needed = wasAdmitted && outage !== 'refused' ? 'connection' : 'admission'
    for (const { visitor } of waiting) visitor.onClosed(closure)
  }

  return {
    enter(visitor) {
      return new Promise((resolve) => {
        const { signal } = visitor
        if (signal.aborted) return resolve(undefined)
        const giveUp = (): void => {
          waiting.delete(waiter)
          waiter.resolve(undefined)
          if (waiting.size === 0) wake.abort()
        }
        const waiter: Waiter = {
          visitor,
          resolve(pass) {
            signal.removeEventListener('abort', giveUp)
            resolve(pass)
          },
        }
        signal.addEventListener('abort', giveUp)
        waiting.add(waiter)
        if (closure) visitor.onClosed(closure)
        void pump()
      })
    },
  }
}

function isUrgent({ visitor }: Waiter): boolean {
  try {
    return visitor.isUrgent?.() === true
  } catch {
    return false // The caller's function failed; its counter waits like the others.
  }
}
