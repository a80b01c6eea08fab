import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startSandbox } from '../startSandbox.ts'
import { createRequests, type FuzzRequest } from './createRequests.ts'

/** `pnpm test:deep` sends many more. */
const total = Number(process.env.FUZZ_REQUESTS ?? 2_000)
const batch = 500
const minuteMs = 60_000

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

describe(`${total} malformed requests`, () => {
  it(
    'all get a response, never crash the sandbox, and leak no memory',
    async () => {
      const sandbox = await startSandbox({ limit: false })
      const rejections: unknown[] = []
      const note = (reason: unknown): void => void rejections.push(reason)
      process.on('unhandledRejection', note)
      onTestFinished(() => void process.off('unhandledRejection', note))
      const statuses = new Map<number, number>()
      const heaps: number[] = []
      for (let done = 0; done < total; done += batch) {
        const requests = createRequests({ sandbox, seed: done, count: Math.min(batch, total - done) })
        for (const request of requests) {
          const status = await send(sandbox.url, request)
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
          if (status === 500) expect.fail(`500 for ${JSON.stringify(request).slice(0, 2_000)}`)
        }
        if ((done / batch) % 20 === 0) await sandbox.reset() // Stored data is not a leak.
        collectGarbage()
        heaps.push(process.memoryUsage().heapUsed)
      }
      expect(sandbox.requests({ verdict: 'failed' })).toEqual([])
      expect(rejections).toEqual([])
      expect([...statuses.keys()].length).toBeGreaterThan(3)
      expectFlat(heaps)
    },
    60 * minuteMs,
  )
})

async function send(url: string, { method, path, headers, body }: FuzzRequest): Promise<number> {
  const response = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) })
  await response.arrayBuffer()
  return response.status
}

/** Compares the last fifth with the second one, because the first includes loading. */
function expectFlat(heaps: number[]): void {
  if (heaps.length < 20) return
  const fifth = Math.floor(heaps.length / 5)
  const early = median(heaps.slice(fifth, 2 * fifth))
  const late = median(heaps.slice(-fifth))
  expect(late / early).toBeLessThan(1.25)
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
