import * as z from 'zod'
import type { Clock } from '../clock.ts'
import type { LastValue, SharedValues } from '../processes/sharedState.ts'
import type { Link } from './createLink.ts'
import type { Seal } from './createSeal.ts'

/** Time for which a value is kept: longer ones say little. */
const keepMs = 3_600_000

/** At most one write a second for each user, and values that wait for it. */
const writeMs = 1_000
const maxWaiting = 10_000

const valueSchema: z.ZodType<LastValue> = z.object({
  count: z.int().min(0),
  tone: z.enum(['red', 'grey']).nullable(),
  at: z.iso.datetime(),
  epoch: z.int().min(0),
})

/** Makes {@link SharedValues}. */
export function createValues({
  link,
  clock,
  seal,
}: {
  link: Link
  clock: Clock
  seal: Seal
}): SharedValues & { flush: () => Promise<void> } {
  let waiting = new Map<string, LastValue>()
  let cancel: (() => void) | null = null

  async function flush(): Promise<void> {
    cancel?.()
    cancel = null
    const values = waiting
    waiting = new Map()
    if (values.size === 0) return
    await link
      .run((client) => {
        const pipeline = client.pipeline()
        for (const [name, { count, tone, at, epoch }] of values) {
          const key = seal.keyOf('value', name)
          pipeline.set(key, seal.seal(key, JSON.stringify({ count, tone, at, epoch })), 'PX', keepMs)
        }
        return pipeline.exec()
      })
      .catch(() => {}) // The next value is written again.
  }

  return {
    flush,
    read: async (name) => {
      const key = seal.keyOf('value', name)
      const text = await link.run((client) => client.get(key)).catch(() => null)
      const json = text === null ? undefined : seal.unseal(key, text)
      const value = json === undefined ? undefined : valueSchema.safeParse(JSON.parse(json))
      return value?.success ? value.data : undefined
    },
    write: (name, value) => {
      if (waiting.size >= maxWaiting && !waiting.has(name)) return
      waiting.set(name, value)
      cancel ??= clock.after(writeMs, () => void flush())
    },
  }
}
