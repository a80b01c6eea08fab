import type { WindowMessage } from '../../../src/chats/events.ts'
import { isSameDay } from '../../format/formatTime.ts'

/** A line of a thread. */
export type Entry =
  | { kind: 'day'; id: string; at: number }
  | { kind: 'unanswered'; id: string; count: number }
  | { kind: 'message'; id: string; message: WindowMessage; startsGroup: boolean; endsGroup: boolean }

const groupMs = 5 * 60 * 1000

/**
 * Lays messages out as a thread: a line where a day begins, one where answers are missing, and messages that the same
 * person wrote within minutes close together.
 */
export function toEntries(messages: WindowMessage[], unanswered: number): Entry[] {
  const firstUnanswered = messages.length - unanswered // Nothing went out after them, so they are the last ones.
  return messages.flatMap((message, index): Entry[] => {
    const before = messages[index - 1]
    const after = messages[index + 1]
    const isNewDay = !before || !isSameDay(before.sentAt, message.sentAt)
    const isFirstUnanswered = unanswered > 0 && index === firstUnanswered
    const id = toEntryId(message)
    return [
      ...(isNewDay ? [{ kind: 'day' as const, id: `day ${message.sentAt}`, at: message.sentAt }] : []),
      ...(isFirstUnanswered ? [{ kind: 'unanswered' as const, id: 'unanswered', count: unanswered }] : []),
      {
        kind: 'message',
        id,
        message,
        startsGroup: isNewDay || isFirstUnanswered || !belongTogether(before, message),
        endsGroup: !after || !belongTogether(message, after) || index + 1 === firstUnanswered,
      },
    ]
  })
}

/** The same before and after the server has confirmed a message, so that it stays in place on the page. */
export function toEntryId({ messageId, clientMessageId }: WindowMessage): string {
  return clientMessageId ?? messageId
}

function belongTogether(a: WindowMessage, b: WindowMessage): boolean {
  const sameAuthor = a.direction === b.direction && a.authorName === b.authorName
  return sameAuthor && b.sentAt - a.sentAt < groupMs && isSameDay(a.sentAt, b.sentAt)
}
