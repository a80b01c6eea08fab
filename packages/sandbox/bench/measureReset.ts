import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createSandbox } from '../src/index.ts'
import { fill } from './fill.ts'
import { median } from './median.ts'
import type { Result } from './result.ts'

const runs = 7

/** Measures the time an account takes back to its first day, whatever it holds and wherever it keeps it. */
export async function measureReset(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'crm-chat-bench-'))
  const data = join(folder, 'sandbox.db')
  const results = [
    await measure({ name: 'reset() of 1,000 messages', messages: 1_000 }),
    await measure({ name: 'reset() of 100,000 messages', messages: 100_000 }),
    await measure({ name: 'reset() of 100,000 messages in a file', messages: 100_000, data }),
  ]
  await rm(folder, { recursive: true })
  return results
}

async function measure({ name, messages, data }: { name: string; messages: number; data?: string }): Promise<Result> {
  const sandbox = await createSandbox({ port: 0, ...(data === undefined ? {} : { data }) })
  const full = fill({ base: await sandbox.snapshot(), messages })
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    await sandbox.restore(full)
    await setImmediate()
    collectGarbage() // What filling left behind is not the reset's to clear away.
    await setTimeout(100) // It is given back after the collection.
    const startedAt = performance.now()
    await sandbox.reset()
    times.push(performance.now() - startedAt)
  }
  await sandbox.close()
  return { name, value: median(times), unit: 'ms', limit: 20, atMost: true }
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')
