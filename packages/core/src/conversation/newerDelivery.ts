import type { DeliveryStatus } from './conversationMessage.ts'

/** Returns true if a status is behind one that is known: events overtake each other, and a message that arrived has not failed. */
export function isBehind(status: DeliveryStatus | null, known: DeliveryStatus | null): boolean {
  return known !== null && (status === null || rank[status] < rank[known])
}

const rank = { pending: 0, sent: 1, failed: 2, delivered: 3, read: 4 }
