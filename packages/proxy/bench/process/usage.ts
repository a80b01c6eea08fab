import { setTimeout } from 'node:timers/promises'

/** Resources of one process. */
export interface Usage {
  /** Processor time since the start, its own and the system's on its behalf, in microseconds. */
  cpuUs: number
  /** Bytes of JavaScript objects. */
  heapUsed: number
  /** Bytes outside the JavaScript heap, e.g. of buffers. */
  external: number
  /** Resident memory, in bytes. */
  rss: number
}

/** Parameters of {@link usage}. */
export interface UsageParameters {
  /** Collects garbage first, for figures of memory. */
  collect: boolean
}

/** Reads this process's resources. */
export async function usage({ collect }: UsageParameters): Promise<Usage> {
  if (collect) await collectGarbage()
  const { user, system } = process.cpuUsage()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { cpuUs: user + system, heapUsed, external, rss }
}

/** Collects three times: what a finalizer frees goes with the next collection, and pages are returned a moment later. */
async function collectGarbage(): Promise<void> {
  if (!globalThis.gc) throw new Error('The process was not started with --expose-gc.')
  for (let time = 0; time < 3; time++) {
    globalThis.gc()
    await setTimeout(200)
  }
}
