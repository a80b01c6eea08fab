import type { Clock } from '../clock.ts'

/**
 * Returns a function that makes epochs: the time in milliseconds, followed by three random digits that tell apart
 * processes which begin at the same time. They rise within this process, and over a restart as far as the clock does.
 */
export function createEpochs({ clock, random }: { clock: Clock; random: () => number }): () => number {
  let last = 0
  return () => {
    last = Math.max(last + 1, clock.now() * 1000 + Math.floor(random() * 1000))
    return last
  }
}
