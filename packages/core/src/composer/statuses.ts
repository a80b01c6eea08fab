import type { StatusChange } from '../conversation/conversationSource.ts'
import { isBehind } from '../conversation/newerDelivery.ts'
import type { ComposerItem } from './composerState.ts'

/** Returns true for a message that the vendor has accepted. */
export function isAccepted({ messageIds }: ComposerItem): boolean {
  return messageIds.length > 0
}

/** Tells if a status is of this message. */
export function isOf({ messageIds, requestId }: StatusChange, item: ComposerItem): boolean {
  return [...messageIds, requestId].some((id) => id !== undefined && item.messageIds.includes(id))
}

/** Changes the status of a message. It never goes back: events may overtake each other. */
export function withStatus(item: ComposerItem, change: StatusChange): ComposerItem {
  if (!isAccepted(item) || !isOf(change, item)) return item
  const messageIds = [...new Set([...item.messageIds, ...change.messageIds])]
  const known = item.status === 'sending' || item.status === 'unconfirmed' ? null : item.status
  if (isBehind(change.status, known)) return { ...item, messageIds }
  const { status, failure = null, explanation = null } = change
  return { ...item, messageIds, status, code: failure, detail: explanation }
}
