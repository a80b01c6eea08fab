import { setTimeout } from 'node:timers/promises'
import { nowUs } from './nowUs.ts'

/** Parameters of {@link pace}. */
export interface PaceParameters {
  count: number
  perSecond: number
  run: (index: number) => void
}

/** Runs something many times, spread evenly. */
export async function pace({ count, perSecond, run }: PaceParameters): Promise<void> {
  const startedAt = nowUs()
  let done = 0
  while (done < count) {
    const due = Math.min(count, Math.floor(((nowUs() - startedAt) / 1_000_000) * perSecond) + 1)
    while (done < due) run(done++)
    await setTimeout(1)
  }
}
