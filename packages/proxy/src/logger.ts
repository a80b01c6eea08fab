import { type Clock, systemClock } from './clock.ts'
import { describeError } from './describeError.ts'

/** Logger of the CRM: pino as it is, or anything else that takes fields and a message. */
export interface ChatLogger {
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

/** Fields of a log line. No bodies, no links, no headers. */
export interface LogFields {
  requestId?: string
  operation?: string | undefined
  userId?: string
  code?: string
  reason?: string | undefined
  /** Number of times that this happened since the line before. */
  count?: number
}

type Level = keyof ChatLogger
type Write = (fields: LogFields, message: string) => void

/** The proxy's own logger. It never throws. */
export interface ProxyLogger extends Record<Level, Write> {
  /** Writes a line that may come very often: the same code and reason are written once a minute, with their number. */
  repeated: (line: { level: Level; fields: LogFields; message: string }) => void
}

const repeatMs = 60_000

/** Characters of one text. */
const maxText = 1_000

/** Different lines that are counted at a time; the one written first is forgotten first. */
const maxLines = 100

/**
 * Makes a logger that writes to the CRM's own, without the key and control characters. A CRM's logger that throws, or whose
 * promise rejects, harms nothing: the next line that is written has the number of those lost.
 */
export function createProxyLogger({
  logger,
  redact,
  clock = systemClock,
}: {
  logger: ChatLogger | undefined
  redact: (text: string) => string
  clock?: Clock
}): ProxyLogger {
  const written = new Map<string, { at: number; count: number }>()
  let lost = 0

  function lose(): void {
    lost += 1
  }

  function write({ level, fields, message }: { level: Level; fields: LogFields; message: string }): void {
    if (!logger) return
    const lostBefore = lost
    try {
      const line = { ...clean({ fields, redact }), ...(lost > 0 ? { lost } : {}) }
      const result: unknown = logger[level](line, message)
      lost -= lostBefore
      if (result instanceof Promise) result.catch(lose)
    } catch {
      lose()
    }
  }

  function repeated(line: { level: Level; fields: LogFields; message: string }): void {
    const key = `${line.message} ${line.fields.code} ${line.fields.reason}`
    const last = written.get(key)
    const count = (last?.count ?? 0) + 1
    if (last && clock.elapsed() - last.at < repeatMs) {
      last.count = count
      return
    }
    written.delete(key) // To be the latest.
    written.set(key, { at: clock.elapsed(), count: 0 })
    const [first] = written.keys()
    if (written.size > maxLines && first !== undefined) written.delete(first)
    write(count > 1 ? { ...line, fields: { ...line.fields, count } } : line)
  }

  return {
    info: (fields, message) => write({ level: 'info', fields, message }),
    warn: (fields, message) => write({ level: 'warn', fields, message }),
    error: (fields, message) => write({ level: 'error', fields, message }),
    repeated,
  }
}

/** Parts of a line's fields, and their depth: more are left out. */
const maxParts = 200
const maxDepth = 6

/** Characters of one text that are looked at. */
const maxRead = 65_536

/** Fields whose values are secrets, whatever they are. */
const secretField = /(authorization|cookie|api[-_]?key|credentials?|token|secret|password)$/i

/** Takes secrets out of every field, however deep. The work is bounded, whatever a host's error carries. */
function clean({ fields, redact }: { fields: object; redact: (text: string) => string }): object {
  let parts = 0
  const cleanText = (text: string): string => withoutControls(withoutPaths(redact(text.slice(0, maxRead))))

  function cleanValue(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return cleanText(value)
    if (typeof value === 'function' || typeof value === 'symbol') return undefined
    if (typeof value !== 'object' || value === null) return value
    if (depth >= maxDepth) return '[deep]'
    if (value instanceof Error) return cleanText(describeError(value))
    if (Array.isArray(value)) return value.slice(0, maxParts).map((item) => cleanPart(item, depth))
    return cleanObject(value, depth)
  }

  function cleanPart(value: unknown, depth: number): unknown {
    parts += 1
    return parts > maxParts ? undefined : cleanValue(value, depth + 1)
  }

  function cleanObject(object: object, depth: number): object {
    const entries: [string, unknown][] = []
    for (const name of Object.keys(object).slice(0, maxParts)) {
      const value: unknown = Reflect.get(object, name)
      if (value === undefined || name === '__proto__') continue
      const cleaned = secretField.test(name) ? '[redacted]' : cleanPart(value, depth)
      if (cleaned !== undefined) entries.push([cleanText(name), cleaned])
    }
    return Object.fromEntries(entries)
  }

  return cleanObject(fields, 0)
}

/** A link to a chat or a file is a credential; its host tells enough. */
function withoutPaths(text: string): string {
  return text.replace(/\b((?:https?|wss?):\/\/[^\s"'<>/?#]+)[/?#][^\s"'<>]+/g, '$1/[…]')
}

/** A line break in a name must not start a log line of its own. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').slice(0, maxText)
}
