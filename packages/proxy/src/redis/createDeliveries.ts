import { type Clock, every } from '../clock.ts'
import { ChatProxyError } from '../errors.ts'
import { createRecent } from '../limits/createRecent.ts'
import type { DeliveryLog } from '../webhooks/deliveryLog.ts'
import type { Backup } from './createBackup.ts'
import type { Leases } from './createLeases.ts'
import type { Link } from './createLink.ts'
import type { Seal } from './createSeal.ts'
import type { Writes } from './createWrites.ts'

type Outcome = 'done' | 'abandoned'

/** An event that somebody handles at the moment. */
interface Pending {
  outcome: Promise<Outcome>
  settle: (outcome: Outcome) => void
  /** Time until which the outcome is waited for, where another process handles it. */
  until: number
  isElsewhere: boolean
}

/** Time for which a handled event is known. Vendors repeat for hours. */
const keepMs = 86_400_000

/** Interval between two looks at what other processes do, and the longest wait for them. */
const pollMs = 50
const waitMs = 15_000

/** Events handled by this process that it knows by itself. */
const maxKnown = 20_000

/** Makes a {@link DeliveryLog} for all processes. A claim ends with its process, after the time of a lease. */
export function createDeliveries({
  link,
  leases,
  writes,
  backup,
  clock,
  seal,
}: {
  link: Link
  leases: Leases
  writes: Writes
  backup: Backup
  clock: Clock
  seal: Seal
}): DeliveryLog & { close: () => void } {
  const pending = new Map<string, Pending>()
  const known = createRecent<true>({ max: maxKnown })
  let isLooking = false
  const doneOf = (key: string): string => seal.sign(key, 'done')

  function settle(key: string, outcome: Outcome): void {
    const own = pending.get(key)
    pending.delete(key)
    own?.settle(outcome)
  }

  /** Looks at all events that other processes handle, in one call. */
  async function look(): Promise<void> {
    if (isLooking) return
    isLooking = true
    await lookOnce().finally(() => {
      isLooking = false
    })
  }

  async function lookOnce(): Promise<void> {
    const waiting = [...pending].filter(([, { isElsewhere }]) => isElsewhere)
    if (waiting.length === 0) return
    const keys = waiting.map(([key]) => key)
    const values = await link.run((client) => client.mget(keys)).catch(() => undefined)
    for (const [index, [key, { until }]] of waiting.entries()) {
      const value = values?.[index]
      if (value === doneOf(key)) settle(key, 'done')
      else if ((values && value === null) || clock.elapsed() > until) settle(key, 'abandoned')
    }
  }

  async function claim(key: string): ReturnType<DeliveryLog['claim']> {
    if (known.get(key)) return { status: 'done' }
    const other = pending.get(key)
    if (other) return { status: 'pending', outcome: other.outcome }
    const own = toPending(clock.elapsed() + waitMs)
    pending.set(key, own)
    let held: string | undefined
    try {
      link.checkSettled()
      writes.cancel(key) // Drops the write that waits for this key.
      held = await leases.take(key)
    } catch (error) {
      settle(key, 'abandoned')
      throw error
    }
    if (held === undefined) return { status: 'claimed' }
    if (held !== doneOf(key)) {
      own.isElsewhere = true
      return { status: 'pending', outcome: own.outcome }
    }
    settle(key, 'done')
    return { status: 'done' }
  }

  const stop = every({ clock, ms: pollMs, callback: () => void look() })

  return {
    claim: (name) => claim(seal.keyOf('event', name)),
    commit: async (name) => {
      const key = seal.keyOf('event', name)
      known.set(key, true)
      backup.note(key, doneOf(key))
      const isWritten = await writes.write({
        key,
        command: (client) => client.set(key, doneOf(key), 'PX', keepMs),
        onEnd: () => leases.drop(key), // It is held until then.
      })
      settle(key, 'done')
      if (!isWritten) throw new ChatProxyError('Redis does not respond; this is written later.')
    },
    abandon: async (name) => {
      const key = seal.keyOf('event', name)
      // Handled by another process meanwhile, it stays handled: only what this one has noted is taken back.
      const values = known.get(key) ? [doneOf(key)] : []
      known.delete(key)
      backup.drop(key)
      leases.drop(key)
      await writes.write({ key, command: leases.toRelease(key, ...values), onEnd: () => {} })
      settle(key, 'abandoned')
    },
    holds: (name) => leases.holds(seal.keyOf('event', name)),
    close: stop,
  }
}

function toPending(until: number): Pending {
  let settle: Pending['settle'] = () => {}
  const outcome = new Promise<Outcome>((resolve) => {
    settle = resolve
  })
  return { outcome, settle, until, isElsewhere: false }
}
