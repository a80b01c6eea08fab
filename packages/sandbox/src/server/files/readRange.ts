/** A part of a file: from its first to its last byte. */
export interface ByteRange {
  first: number
  last: number
}

/**
 * Parses the header `Range`, with which a player requests a part of a file.
 * @returns `undefined` for the whole file, `null` if there is no such part @see RFC 9110, 14.2
 */
export function readRange(header: string | undefined, size: number): ByteRange | undefined | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(size - Number(to), 0) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return first <= last ? { first, last } : null
}
