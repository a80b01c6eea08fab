import type { Clock } from '../clock.ts'
import type { DeliveryLog } from './deliveryLog.ts'

/** Time for which a handled event is known. Vendors repeat for hours. */
const keepMs = 86_400_000

/** Handled events that are known; the first ones are forgotten first. */
const maxKnown = 200_000

/** Makes a {@link DeliveryLog} in the memory of this process. */
export function memoryDeliveries({ clock }: { clock: Clock }): DeliveryLog {
  /** Time of each handled event, the first one first. */
  const done = new Map<string, number>()
  const pending = new Map<string, Pending>()

  function forgetOld(): void {
    const now = clock.elapsed()
    for (const [key, at] of done) {
      if (now - at < keepMs && done.size <= maxKnown) return
      done.delete(key)
    }
  }

  function settle(key: string, outcome: Outcome): void {
    pending.get(key)?.settle(outcome)
    pending.delete(key)
  }

  return {
    claim: async (key) => {
      forgetOld()
      if (done.has(key)) return { status: 'done' }
      const other = pending.get(key)
      if (other) return { status: 'pending', outcome: other.outcome }
      pending.set(key, toPending())
      return { status: 'claimed' }
    },
    commit: async (key) => {
      done.set(key, clock.elapsed())
      settle(key, 'done')
    },
    abandon: async (key) => {
      done.delete(key)
      settle(key, 'abandoned')
    },
  }
}

interface Pending {
  outcome: Promise<Outcome>
  settle: (outcome: Outcome) => void
}

type Outcome = 'done' | 'abandoned'

function toPending(): Pending {
  let settle: Pending['settle'] = () => {}
  const outcome = new Promise<Outcome>((resolve) => {
    settle = resolve
  })
  return { outcome, settle }
}
