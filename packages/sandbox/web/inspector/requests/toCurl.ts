import type { JournalEntry } from '../../../src/server/journal/createJournal.ts'

type Sent = Pick<JournalEntry, 'method' | 'path' | 'headers' | 'body'>

const keptHeaders = ['authorization', 'x-api-key', 'content-type']

/** Builds a shell command from a request. The journal holds no keys: the command reads `$SANDBOX_KEY`. */
export function toCurl({ method, path, headers, body }: Sent, origin: string): string {
  const lines = keptHeaders.flatMap((name) => {
    const value = name === 'content-type' && typeof body !== 'string' ? toJsonType(headers[name]) : headers[name]
    return value === undefined ? [] : [`-H ${toHeader(name, value)}`]
  })
  const data = body === null || body === undefined ? [] : [`--data-raw ${quote(toText(body))}`]
  return [`curl -X ${method} ${quote(origin + path)}`, ...lines, ...data].join(' \\\n  ')
}

/** The fields of a form are sent as JSON, which says the same. */
function toJsonType(type: string | undefined): string | undefined {
  return type?.startsWith('application/x-www-form-urlencoded') ? 'application/json' : type
}

/** Uses double quotes for a header in which the shell inserts the key. */
function toHeader(name: string, value: string): string {
  return value.includes('…') ? `"${name}: ${value.replace('…', '$SANDBOX_KEY')}"` : quote(`${name}: ${value}`)
}

function toText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}

/** Quotes a text as one word of a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
