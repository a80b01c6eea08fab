/**
 * Compares a value with a shape, and names what differs. A shape is a value of the same form, whose texts are kinds: `text`,
 * `number`, `boolean`, `uuid`, `time`, `any`; `=word` is that very text. A list has a shape for all its items, of which there
 * is one at least; a name that ends with `*` is a list that may be empty.
 */
export function findMismatches(value: unknown, shape: unknown, path = ''): string[] {
  if (typeof shape === 'string') return isKind(value, shape) ? [] : [describe(path, value, shape)]
  if (Array.isArray(shape)) return compareList({ value, shape, path })
  if (typeof shape !== 'object' || shape === null)
    return value === shape ? [] : [describe(path, value, JSON.stringify(shape))]
  if (typeof value !== 'object' || value === null) return [describe(path, value, 'an object')]
  return Object.entries(shape).flatMap(([key, part]) => {
    const name = key.replace(/\*$/, '')
    const item: unknown = Reflect.get(value, name)
    if (name !== key && Array.isArray(item) && item.length === 0) return []
    return findMismatches(item, part, `${path}.${name}`)
  })
}

function compareList({ value, shape, path }: { value: unknown; shape: unknown[]; path: string }): string[] {
  if (!Array.isArray(value)) return [describe(path, value, 'a list')]
  if (shape.length === 0 || value.length === 0)
    return value.length === shape.length ? [] : [describe(path, value, `a list with ${shape.length} shapes`)]
  return value.flatMap((item, index) => findMismatches(item, shape[0], `${path}[${index}]`))
}

function isKind(value: unknown, kind: string): boolean {
  if (kind.startsWith('=')) return value === kind.slice(1)
  if (kind === 'any') return value !== undefined
  if (kind === 'number' || kind === 'boolean') return typeof value === kind
  if (typeof value !== 'string') return false
  if (kind === 'uuid') return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
  if (kind === 'time') return !Number.isNaN(Date.parse(value))
  return kind === 'text'
}

function describe(path: string, value: unknown, wanted: string): string {
  return `${path || 'the value'} is ${JSON.stringify(value)}, not ${wanted}`
}
