/** Nested fields of a form, while they are read. */
type Fields = Map<string, Fields | string>

/** Limits of a form, beyond which it is not read: the number of its fields, and their depth. */
const limits = { fields: 10_000, depth: 20 }

/**
 * Reads `application/x-www-form-urlencoded` with nested names, as PHP's `http_build_query` writes them:
 * `filter[0][chatId]=7&tags[]=a` is `{filter: [{chatId: '7'}], tags: ['a']}`. Names that count up from 0 make a list.
 * @returns `undefined` for a text that is not such a form, or is beyond the limits
 */
export function parseForm(text: string): unknown {
  const root: Fields = new Map()
  const pairs = [...new URLSearchParams(text)]
  if (!text.includes('=') || pairs.length > limits.fields) return undefined
  return pairs.every(([name, value]) => setField(root, parseName(name), value)) ? toValue(root) : undefined
}

/** Splits `a[b][0]` into its parts. */
function parseName(name: string): string[] {
  const { first = '', rest = '' } = /^(?<first>[^[]*)(?<rest>(\[[^\]]*\])*)$/.exec(name)?.groups ?? { first: name }
  return [first, ...[...rest.matchAll(/\[([^\]]*)\]/g)].map(([, part = '']) => part)]
}

/** Sets a field; an empty part of its name is the next place of a list. @returns false for an invalid name */
function setField(root: Fields, parts: string[], value: string): boolean {
  if (parts.length > limits.depth || parts[0] === '') return false
  let at = root
  for (const [index, part] of parts.entries()) {
    const name = part === '' ? String(at.size) : part
    if (index === parts.length - 1) {
      at.set(name, value)
      return true
    }
    const next = at.get(name)
    const inner: Fields = next instanceof Map ? next : new Map()
    at.set(name, inner)
    at = inner
  }
  return true
}

function toValue(fields: Fields | string): unknown {
  if (typeof fields === 'string') return fields
  const isList = [...fields.keys()].every((name, index) => name === String(index))
  const entries = [...fields].map(([name, value]): [string, unknown] => [name, toValue(value)])
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries)
}

/** True for the content type of a form without files. */
export function isFormType(type: string | undefined): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(type ?? '')
}
