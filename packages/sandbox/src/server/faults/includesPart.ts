/** True when `whole` has everything that `part` has, at any depth; lists are compared by index. */
export function includesPart(whole: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return Object.is(whole, part)
  if (typeof whole !== 'object' || whole === null) return false
  const values = new Map<string, unknown>(Object.entries(whole))
  return Object.entries(part).every(([key, value]) => values.has(key) && includesPart(values.get(key), value))
}
