import type { JournalEntry } from '../../../src/server/journal/createJournal.ts'
import type { Delivery } from '../../../src/server/webhooks/delivery.ts'

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/**
 * Finds the webhooks that a request triggered: those with an id that the request created or changed. Such an id is in
 * its path or response, but not in its body, which names existing things like the channel.
 */
export function findCaused(
  { method, path, body, answer, at }: Pick<JournalEntry, 'method' | 'path' | 'body' | 'answer' | 'at'>,
  deliveries: Delivery[],
): Delivery[] {
  if (method === 'GET') return []
  const named = new Set(listIds(body))
  const changed = [...listIds(path), ...listIds(answer)].filter((id) => !named.has(id))
  return deliveries.filter(({ createdAt, body: sent }) => createdAt >= at && changed.some((id) => sent.includes(id)))
}

function listIds(value: unknown): string[] {
  return (JSON.stringify(value) ?? '').match(idPattern) ?? []
}
