import type * as z from 'zod'
import { countEdits, findNearest } from './findNearest.ts'

/** Names fields that an object cannot have and, for each, the one that was probably meant. */
export function explainUnknownKeys({
  keys,
  inst,
}: Extract<z.core.$ZodRawIssue, { code: 'unrecognized_keys' }>): string {
  const known = inst && 'shape' in inst._zod.def ? Object.keys(Object(inst._zod.def.shape)) : []
  const names = keys.slice(0, 10).map((key) => `${JSON.stringify(key.slice(0, 100))} (${suggest({ key, known })})`)
  return `has no field ${names.join(' and no field ')}`
}

function suggest({ key, known }: { key: string; known: string[] }): string {
  const nearest = findNearest({ text: key, known })
  if (nearest === undefined) return 'it has none'
  const isClose = countEdits(nearest.toLowerCase(), key.toLowerCase()) <= key.length / 2
  return isClose ? `did you mean ${JSON.stringify(nearest)}?` : `its fields are ${known.join(', ')}`
}
