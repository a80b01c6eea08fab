import type { JournalEntry, Verdict } from '../../../src/server/journal/createJournal.ts'
import { describeParties } from './describeParties.ts'

/** Filters requests by outcome, and by words in their path, operation, outcome, status, user or chats. */
export function filterRequests(
  requests: JournalEntry[],
  { query, verdict: selected }: { query: string; verdict: Verdict | 'all' },
): JournalEntry[] {
  const words = query.toLowerCase().split(/\s+/)
  return requests.filter((request) => {
    const { method, path, operation, verdict, status } = request
    const parties = describeParties(request)
    const text = `${method} ${path} ${operation ?? ''} ${verdict} ${status ?? ''} ${parties}`.toLowerCase()
    return (selected === 'all' || verdict === selected) && words.every((word) => text.includes(word))
  })
}
