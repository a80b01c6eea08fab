import type { JournalEntry, Verdict } from '../../../src/server/journal/createJournal.ts'

/** The requests with this verdict in whose path, operation, verdict or status every word is found. */
export function filterRequests(
  requests: JournalEntry[],
  { query, verdict: wanted }: { query: string; verdict: Verdict | 'all' },
): JournalEntry[] {
  const words = query.toLowerCase().split(/\s+/)
  return requests.filter(({ method, path, operation, verdict, status }) => {
    const text = `${method} ${path} ${operation ?? ''} ${verdict} ${status ?? ''}`.toLowerCase()
    return (wanted === 'all' || verdict === wanted) && words.every((word) => text.includes(word))
  })
}
