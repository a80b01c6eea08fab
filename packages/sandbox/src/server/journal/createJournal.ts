import { startTimer } from '../../store/clock/timers.ts'
import { RequestNotSeenError } from '../../store/errors.ts'
import { createSubscribers } from '../../store/subscribers/createSubscribers.ts'
import { includesPart } from '../faults/includesPart.ts'
import type { Notes } from './createNotes.ts'

/** Outcome of a request. */
export const verdicts = ['answered', 'refused', 'unauthorized', 'limited', 'unknown', 'fault', 'failed'] as const
/** Outcome of a request. */
export type Verdict = (typeof verdicts)[number]

/** A request to a vendor's API, and its response. */
export interface JournalEntry extends Notes {
  /** Counts up from 1 within the account. */
  id: number
  /** Time of arrival by the account's clock, as Unix time in milliseconds. */
  at: number
  vendor: string
  /** Operation of the route; `null` for an unknown address. */
  operation: string | null
  verdict: Verdict
  method: string
  /** Path and query, with any key replaced by `…`. */
  path: string
  /** Headers, with any key replaced by `…`. */
  headers: Record<string, string>
  /** Body of the request: JSON, the fields of a form, otherwise text; `null` without a body. */
  body: unknown
  /** Status of the response; `null` if none was sent. */
  status: number | null
  /** Body of the response: JSON, otherwise text; `null` without a body. */
  answer: unknown
  /** Response time, in milliseconds of real time. */
  durationMs: number
  /** Id of the fault rule that applied; `null` if none did. */
  faultId: string | null
}

/** Filter for entries: an entry must match every field that is set. */
export interface JournalFilter {
  operation?: string | undefined
  verdict?: Verdict | undefined
  /** Part that the body must contain, e.g. `{chatId: '79998887766'}`. */
  body?: unknown
  /** Only entries after this one. */
  after?: number | undefined
}

/** The last requests of one account. */
export interface Journal {
  add: (entry: Omit<JournalEntry, 'id'>) => JournalEntry
  list: (filter?: JournalFilter) => JournalEntry[]
  /** Resolves with the first matching entry, past or future. @throws {RequestNotSeenError} after `timeoutMs` */
  waitFor: (filter?: JournalFilter, options?: { timeoutMs?: number }) => Promise<JournalEntry>
  clear: () => void
  /** @returns a function that ends the subscription. */
  subscribe: (listener: (entry: JournalEntry | undefined) => void) => () => void
}

/** Creates a journal that keeps the last `size` entries. */
export function createJournal({ size = 1_000 }: { size?: number } = {}): Journal {
  const entries: JournalEntry[] = []
  const { notify, subscribe } = createSubscribers<[JournalEntry | undefined]>()
  let lastId = 0
  const list = (filter: JournalFilter = {}): JournalEntry[] => entries.filter((entry) => matches(entry, filter))
  return {
    list,
    subscribe,
    add(fields) {
      const entry = { id: ++lastId, ...fields }
      entries.push(entry)
      if (entries.length > size) entries.shift()
      notify(entry)
      return entry
    },
    clear() {
      entries.length = 0
      notify(undefined)
    },
    waitFor(filter = {}, { timeoutMs = 5_000 } = {}) {
      const [found] = list(filter)
      return found ? Promise.resolve(found) : awaitEntry({ subscribe, filter, timeoutMs, entries })
    },
  }
}

function awaitEntry({
  subscribe,
  filter,
  timeoutMs,
  entries,
}: {
  subscribe: Journal['subscribe']
  filter: JournalFilter
  timeoutMs: number
  entries: JournalEntry[]
}): Promise<JournalEntry> {
  return new Promise((resolve, reject) => {
    const unsubscribe = subscribe((entry) => {
      if (!entry || !matches(entry, filter)) return
      stop()
      resolve(entry)
    })
    const timer = startTimer(() => {
      stop()
      reject(new RequestNotSeenError({ filter, timeoutMs, seen: entries.slice(-5).map(toLine) }))
    }, timeoutMs)
    function stop(): void {
      unsubscribe()
      clearTimeout(timer)
    }
  })
}

function matches(entry: JournalEntry, { operation, verdict, body, after = 0 }: JournalFilter): boolean {
  return (
    entry.id > after &&
    (operation === undefined || entry.operation === operation) &&
    (verdict === undefined || entry.verdict === verdict) &&
    (body === undefined || includesPart(entry.body, body))
  )
}

function toLine({ operation, method, path, verdict, status }: JournalEntry): string {
  return `${operation ?? `${method} ${path}`} ${verdict} ${status ?? 'without a response'}`
}
