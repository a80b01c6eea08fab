import { setTimeout } from 'node:timers/promises'
import { nowUs } from './nowUs.ts'

/** Parameters of {@link pace}. */
export interface PaceParameters {
  count: number
  perSecond: number
  run: (index: number) => void
}

/** Time that is made up for. After a longer wait for the processor the rest goes on later, and not in a burst. */
const longestLagUs = 10_000

/** Runs something many times, spread evenly. */
export async function pace({ count, perSecond, run }: PaceParameters): Promise<void> {
  const intervalUs = 1_000_000 / perSecond
  let nextAt = nowUs()
  for (let done = 0; done < count; ) {
    const now = nowUs()
    nextAt = Math.max(nextAt, now - longestLagUs)
    for (; nextAt <= now && done < count; nextAt += intervalUs) run(done++)
    await setTimeout(1)
  }
}
