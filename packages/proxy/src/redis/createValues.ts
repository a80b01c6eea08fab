import * as z from 'zod'
import type { Clock } from '../clock.ts'
import type { LastValue, SharedValues } from '../processes/sharedState.ts'
import type { Link } from './createLink.ts'
import type { Seal } from './createSeal.ts'
import { execute } from './execute.ts'
import { writeLaterScript } from './scripts.ts'

/** Time for which a value is kept: longer ones say little. */
const keepMs = 3_600_000

/** At most one write a second for each user, and values that wait for it. */
const writeMs = 1_000
const maxWaiting = 10_000

/** Values in one call. */
const perCall = 250

const valueSchema: z.ZodType<LastValue> = z.object({
  count: z.int().min(0),
  tone: z.enum(['red', 'grey']).nullable(),
  at: z.iso.datetime(),
  epoch: z.int().min(0),
})

/** The time of a value is readable, for the script, and belongs to its place: another one is worth nothing. */
const placeOf = (key: string, at: string): string => `${key} ${at}`

/** Makes {@link SharedValues}. A process whose value is older than what is there changes nothing. */
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

  async function writeAll(values: [string, LastValue][]): Promise<void> {
    await link.run((client) => {
      const pipeline = client.pipeline()
      for (const [name, { count, tone, at, epoch }] of values) {
        const key = seal.keyOf('value', name)
        const text = seal.seal(placeOf(key, at), JSON.stringify({ count, tone, at, epoch }))
        pipeline.eval(writeLaterScript, 1, key, `${at} ${text}`, at, keepMs)
      }
      return execute(pipeline)
    })
  }

  async function flush(): Promise<void> {
    cancel?.()
    cancel = null
    const values = [...waiting]
    waiting = new Map()
    for (let first = 0; first < values.length; first += perCall) {
      await writeAll(values.slice(first, first + perCall)).catch(() => {}) // They are written again when it is back.
    }
  }

  return {
    flush,
    read: async (name) => {
      const key = seal.keyOf('value', name)
      const held = await link.run((client) => client.get(key)).catch(() => null)
      const [at = '', sealed] = held?.split(' ') ?? []
      return seal.read({ key: placeOf(key, at), sealed, schema: valueSchema })
    },
    write: (name, value) => {
      if (waiting.size >= maxWaiting && !waiting.has(name)) return
      waiting.set(name, value)
      cancel ??= clock.after(writeMs, () => void flush())
    },
  }
}
