import type { JournalEntry } from '../../../src/server/journal/createJournal.ts'
import type { Delivery } from '../../../src/server/webhooks/delivery.ts'

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/**
 * The webhooks that a request brought about: those that name what it made or changed. That is what has an id in its
 * path or answer and not in its body, where what was there before is named, e.g. the channel.
 */
export function findCaused(
  { method, path, body, answer, at }: Pick<JournalEntry, 'method' | 'path' | 'body' | 'answer' | 'at'>,
  deliveries: Delivery[],
): Delivery[] {
  if (method === 'GET') return []
  const named = new Set(listIds(body))
  const made = [...listIds(path), ...listIds(answer)].filter((id) => !named.has(id))
  return deliveries.filter(({ createdAt, body: sent }) => createdAt >= at && made.some((id) => sent.includes(id)))
}

function listIds(value: unknown): string[] {
  return (JSON.stringify(value) ?? '').match(idPattern) ?? []
}
