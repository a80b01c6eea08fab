import { setTimeout } from 'node:timers/promises'
import type { RedisServer } from '../../../../scripts/redisServer.ts'
import type { Fault, History } from './history.ts'
import type { Crm } from './startCrm.ts'

/** Numbers of the faults of a run. */
export interface FaultCounts {
  redisKills: number
  crmKills: number
  pauses: number
}

type Kind = keyof FaultCounts

/** Kills and pauses what a run stands on, one thing after another, evenly over its progress. */
export interface Faults {
  /** Called with the part of the run that is over, from 0 to 1. */
  advance: (progress: number) => void
  /** Resolves once everything is whole again. @throws {Error} where a fault could not be played */
  end: () => Promise<void>
}

/** Makes {@link Faults}, in an order of their own. */
export function playFaults({
  counts,
  redis,
  crms,
  leaseMs,
  history,
  random,
}: {
  counts: FaultCounts
  redis: RedisServer
  crms: Crm[]
  leaseMs: number
  history: History
  random: () => number
}): Faults {
  const kinds = Object.entries(counts).flatMap(([kind, count]) => Array.from({ length: count }, () => kind as Kind))
  const order = kinds
    .map((kind) => ({ kind, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ kind }) => kind)
  let started = 0
  let last = Promise.resolve()

  const pick = (): Crm => {
    const crm = crms[Math.floor(random() * crms.length)]
    if (!crm) throw new Error('There are some.')
    return crm
  }

  async function note(fault: Omit<Fault, 'from' | 'until'>, play: () => Promise<void>): Promise<void> {
    const noted = { ...fault, from: performance.now(), until: Number.POSITIVE_INFINITY }
    history.faults.push(noted)
    await play()
    noted.until = performance.now()
  }

  const play: Record<Kind, () => Promise<void>> = {
    redisKills: () =>
      note({ name: 'Redis killed' }, async () => {
        await redis.kill()
        await setTimeout(random() * 1_000)
        await redis.start()
      }),
    crmKills: () => {
      const crm = pick()
      return note({ name: 'process killed', processId: crm.processId() }, async () => {
        await crm.kill()
        await crm.start()
      })
    },
    /** Sometimes for longer than it may hold what it had begun. */
    pauses: () => {
      const crm = pick()
      return note({ name: 'process paused', processId: crm.processId() }, async () => {
        crm.pause()
        await setTimeout(leaseMs * (0.5 + random()))
        crm.resume()
      })
    },
  }

  return {
    advance: (progress) => {
      for (; started < order.length && progress >= (started + 0.5) / order.length; started += 1) {
        const kind = order[started]
        if (kind) last = last.then(play[kind])
      }
      last.catch(() => {}) // Thrown at the end.
    },
    end: () => last,
  }
}
