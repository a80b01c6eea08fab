import type { JournalEntry } from '../../../src/server/journal/createJournal.ts'

type Sent = Pick<JournalEntry, 'method' | 'path' | 'headers' | 'body'>

const keptHeaders = ['authorization', 'x-api-key', 'content-type']

/** A request as a command for a shell. The key is not in the journal: the command takes it from `$SANDBOX_KEY`. */
export function toCurl({ method, path, headers, body }: Sent, origin: string): string {
  const lines = keptHeaders.flatMap((name) => {
    const value = headers[name]
    return value === undefined ? [] : [`-H ${toHeader(name, value)}`]
  })
  const data = body === null || body === undefined ? [] : [`--data-raw ${quote(toText(body))}`]
  return [`curl -X ${method} ${quote(origin + path)}`, ...lines, ...data].join(' \\\n  ')
}

/** In double quotes where the shell is to put the key in. */
function toHeader(name: string, value: string): string {
  return value.includes('…') ? `"${name}: ${value.replace('…', '$SANDBOX_KEY')}"` : quote(`${name}: ${value}`)
}

function toText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}

/** As one word to a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
