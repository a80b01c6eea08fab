import { RequestNotSeenError } from '../../store/errors.ts'
import { createSubscribers } from '../../store/subscribers/createSubscribers.ts'
import { includesPart } from '../faults/includesPart.ts'

/** Outcome of a request. */
export const verdicts = ['answered', 'refused', 'unauthorized', 'limited', 'unknown', 'fault', 'failed'] as const
/** Outcome of a request. */
export type Verdict = (typeof verdicts)[number]

/** A request to a vendor's API, and its answer. */
export interface JournalEntry {
  /** Counts up from 1 within the account. */
  id: number
  /** When it came, as Unix time in milliseconds by the account's clock. */
  at: number
  vendor: string
  /** Which route it was for; `null` for what the vendor has not. */
  operation: string | null
  verdict: Verdict
  method: string
  /** With the query; a key in it is blacked out. */
  path: string
  /** Keys in them are blacked out. */
  headers: Record<string, string>
  /** The JSON that came, or the text of what is none; `null` without a body. */
  body: unknown
  /** `null` when nothing was answered. */
  status: number | null
  answer: unknown
  /** Response time, in milliseconds of real time. */
  durationMs: number
  /** The rule that made it go wrong. */
  faultId: string | null
}

/** Which entries are meant; every field that is given must fit. */
export interface JournalFilter {
  operation?: string | undefined
  verdict?: Verdict | undefined
  /** A part that the body must have, e.g. `{chatId: '79998887766'}`. */
  body?: unknown
  /** Only entries after this one. */
  after?: number | undefined
}

/** The last requests of one account. */
export interface Journal {
  add: (entry: Omit<JournalEntry, 'id'>) => JournalEntry
  list: (filter?: JournalFilter) => JournalEntry[]
  /** The first entry that fits, there already or still to come. @throws {RequestNotSeenError} after `timeoutMs` */
  waitFor: (filter?: JournalFilter, options?: { timeoutMs?: number }) => Promise<JournalEntry>
  clear: () => void
  /** @returns a function that ends the subscription. */
  subscribe: (listener: (entry: JournalEntry | undefined) => void) => () => void
}

/** Creates a journal that keeps the last entries and forgets those before. */
export function createJournal({ size = 1_000 }: { size?: number } = {}): Journal {
  const entries: JournalEntry[] = []
  const { notify, subscribe } = createSubscribers<[JournalEntry | undefined]>()
  let lastId = 0
  const list = (filter: JournalFilter = {}): JournalEntry[] => entries.filter((entry) => fits(entry, filter))
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
      if (!entry || !fits(entry, filter)) return
      stop()
      resolve(entry)
    })
    const timer = setTimeout(() => {
      stop()
      reject(new RequestNotSeenError({ filter, timeoutMs, seen: entries.slice(-5).map(toLine) }))
    }, timeoutMs)
    function stop(): void {
      unsubscribe()
      clearTimeout(timer)
    }
  })
}

function fits(entry: JournalEntry, { operation, verdict, body, after = 0 }: JournalFilter): boolean {
  return (
    entry.id > after &&
    (operation === undefined || entry.operation === operation) &&
    (verdict === undefined || entry.verdict === verdict) &&
    (body === undefined || includesPart(entry.body, body))
  )
}

function toLine({ operation, method, path, verdict, status }: JournalEntry): string {
  return `${operation ?? `${method} ${path}`} ${verdict} ${status ?? 'unanswered'}`
}
