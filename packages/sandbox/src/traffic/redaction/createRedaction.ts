import { createReplacements } from './createReplacements.ts'
import { isHarmlessKey, isHarmlessNumber, isHarmlessText } from './isHarmless.ts'
import { toRoute } from './toRoute.ts'

/** Replaces all that is not known to be harmless. The same text has the same stand-in everywhere. */
export interface Redaction {
  /** A JSON value; `key` is the name of its field. */
  value: (value: unknown, key?: string) => unknown
  /** The name of a field, of a header, of an event. */
  key: (name: string) => string
  /** The path of a request: names stay where a vendor has them, ids are replaced. */
  path: (path: string) => string
  /** The vendor's route of a path, e.g. `/v2/users/:id`; of any other path, its words. */
  route: (path: string) => string
  /** The values of a query string or form. */
  fields: (fields: Iterable<[string, string]>) => Record<string, string[]>
}

/** Depth beyond which a value is left out. */
const maxDepth = 40

/** Creates a redaction. `origin` is the service's own, which is written as `{{origin}}`. */
export function createRedaction({ origin }: { origin?: string } = {}): Redaction {
  const replacements = createReplacements()
  const own = origin === undefined ? undefined : new URL(origin)

  function redactText(text: string, key: string): string {
    if (isHarmlessText(text, key)) return text
    if (own && text === own.host) return '{{host}}'
    if (own && (text === own.origin || text.startsWith(`${own.origin}/`))) return `{{origin}}${redactOwnLink(text)}`
    if (/^\/(?!\/)[^\s]*$/.test(text)) return redactPath(text)
    return replacements.text(text)
  }

  /** The query of a link is a credential in most cases: none of it stays. */
  function redactOwnLink(text: string): string {
    const { pathname, search } = new URL(text)
    return redactPath(pathname) + (search === '' ? '' : `?${replacements.key(search)}`)
  }

  function redactSegment(segment: string): string {
    return isHarmlessSegment(segment) ? segment : encodeURIComponent(replacements.text(decode(segment)))
  }

  function redactPath(path: string): string {
    const route = toRoute(path)
    const segments = path.split(/[?#]/)[0]?.split('/') ?? []
    const fixed = route?.split('/')
    return segments
      .map((segment, index) => {
        if (segment === '') return ''
        const name = fixed?.[index]
        if (name === undefined) return redactSegment(segment)
        return name.startsWith(':') ? encodeURIComponent(replacements.text(decode(segment))) : name
      })
      .join('/')
  }

  function redact(value: unknown, { key, depth }: { key: string; depth: number }): unknown {
    if (typeof value === 'string') return redactText(value, key)
    if (typeof value === 'number') return isHarmlessNumber(value, key) ? value : replacements.number(value)
    if (typeof value !== 'object' || value === null) return value
    if (depth >= maxDepth) return null
    if (Array.isArray(value)) return value.map((item) => redact(item, { key, depth: depth + 1 }))
    const entries = Object.entries(value).map(([name, item]) => [
      redactKey(name),
      redact(item, { key: name, depth: depth + 1 }),
    ])
    return Object.fromEntries(entries)
  }

  const redactKey = (name: string): string => (isHarmlessKey(name) ? name : replacements.key(name))

  return {
    value: (value, key = '') => redact(value, { key, depth: 0 }),
    key: redactKey,
    path: redactPath,
    route: (path) =>
      toRoute(path) ??
      path
        .split('/')
        .map((segment) => (isHarmlessSegment(segment) ? segment : ':value'))
        .join('/'),
    fields(fields) {
      const redacted: Record<string, string[]> = {}
      for (const [name, text] of fields) {
        const key = redactKey(name)
        redacted[key] = [...(redacted[key] ?? []), redactField(name, text)]
      }
      return redacted
    },
  }

  /** A field of a query has no type: a small number counts, as it does in JSON. */
  function redactField(name: string, text: string): string {
    if (/^\d{1,6}$/.test(text) && isHarmlessNumber(Number(text), name)) return text
    return redactText(text, name)
  }
}

function isHarmlessSegment(segment: string): boolean {
  return segment === '' || isHarmlessKey(segment.replaceAll('.', '_'))
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
