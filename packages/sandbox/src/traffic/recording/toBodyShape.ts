import { isHarmlessKey } from '../redaction/isHarmless.ts'
import type { FixtureBody } from './fixture.ts'

const maxDepth = 40

/** Describes a body by its types and names of fields, e.g. `{chatId: string, text: string}`: values do not count. */
export function toBodyShape(body: FixtureBody): string {
  if (body.kind === 'json') return toValueShape(body.value)
  return body.kind === 'form' ? `form ${toValueShape(body.fields)}` : body.kind
}

/** Describes the shape of a JSON value. A list has the shape of its first item. */
export function toValueShape(value: unknown, depth = 0): string {
  if (value === null || depth > maxDepth) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${toValueShape(value[0], depth + 1)}]`
  if (typeof value !== 'object') return typeof value
  const fields = Object.entries(value).map(([name, part]) => `${toName(name)}: ${toValueShape(part, depth + 1)}`)
  return `{${fields.toSorted().join(', ')}}`
}

/** Names that a recording has replaced are all the same here. */
function toName(name: string): string {
  return /^field_\d+$/.test(name) || !isHarmlessKey(name) ? '*' : name
}
