import type { JournalEntry } from '../../../src/journal/createJournal.ts'

/** The requests in whose path, operation, verdict or status every word is found. */
export function filterRequests(requests: JournalEntry[], query: string): JournalEntry[] {
  const words = query.toLowerCase().split(/\s+/)
  return requests.filter(({ method, path, operation, verdict, status }) => {
    const text = `${method} ${path} ${operation ?? ''} ${verdict} ${status ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
