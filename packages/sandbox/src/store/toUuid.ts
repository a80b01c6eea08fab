import { createHash } from 'node:crypto'

/** Turns a text into an id that looks like the vendors' (a UUID of version 4): the same for the same text only. */
export function toUuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
