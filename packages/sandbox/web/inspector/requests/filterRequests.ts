import type { JournalEntry, Verdict } from '../../../src/server/journal/createJournal.ts'

/** Filters requests by verdict, and by words in their path, operation, verdict or status. */
export function filterRequests(
  requests: JournalEntry[],
  { query, verdict: selected }: { query: string; verdict: Verdict | 'all' },
): JournalEntry[] {
  const words = query.toLowerCase().split(/\s+/)
  return requests.filter(({ method, path, operation, verdict, status }) => {
    const text = `${method} ${path} ${operation ?? ''} ${verdict} ${status ?? ''}`.toLowerCase()
    return (selected === 'all' || verdict === selected) && words.every((word) => text.includes(word))
  })
}
