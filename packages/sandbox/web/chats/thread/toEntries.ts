import type { WindowMessage } from '../../../src/chats/events.ts'
import { isSameDay } from '../../ui/format/formatTime.ts'

/** A line of a thread. */
export type Entry =
  | { kind: 'day'; id: string; at: number }
  | { kind: 'unanswered'; id: string; count: number }
  | { kind: 'channel'; id: string; channelId: string }
  | { kind: 'message'; id: string; message: WindowMessage; shape: GroupShape }

/** Where a message stands among those that belong together. */
export interface GroupShape {
  startsGroup: boolean
  endsGroup: boolean
}

const groupMs = 5 * 60 * 1000

/**
 * Lays messages out as a thread: a line where a day begins, one where it goes on through another channel, one where
 * answers are missing, and messages that the same person wrote within minutes close together.
 */
export function toEntries({
  messages,
  unanswered,
  hasLater,
}: {
  messages: WindowMessage[]
  unanswered: number
  /** The end of the chat is not among the messages. */
  hasLater: boolean
}): Entry[] {
  // Nothing went out after them, so they are the last ones.
  const firstUnanswered = hasLater ? Number.POSITIVE_INFINITY : messages.length - unanswered
  return messages.flatMap((message, index): Entry[] => {
    const before = messages[index - 1]
    const after = messages[index + 1]
    const isNewDay = !before || !isSameDay(before.sentAt, message.sentAt)
    const isFirstUnanswered = unanswered > 0 && index === firstUnanswered
    const id = toEntryId(message)
    return [
      ...(isNewDay ? [{ kind: 'day' as const, id: `day ${message.sentAt}`, at: message.sentAt }] : []),
      ...(before && before.channelId !== message.channelId
        ? [{ kind: 'channel' as const, id: `channel ${id}`, channelId: message.channelId }]
        : []),
      ...(isFirstUnanswered ? [{ kind: 'unanswered' as const, id: 'unanswered', count: unanswered }] : []),
      {
        kind: 'message',
        id,
        message,
        shape: toShape({
          startsGroup: isNewDay || isFirstUnanswered || !belongTogether(before, message),
          endsGroup: !after || !belongTogether(message, after) || index + 1 === firstUnanswered,
        }),
      },
    ]
  })
}

/** The same before and after the server has confirmed a message, so that it stays in place on the page. */
export function toEntryId({ messageId, clientMessageId }: WindowMessage): string {
  return clientMessageId ?? messageId
}

function belongTogether(a: WindowMessage, b: WindowMessage): boolean {
  const isSame = a.authorName === b.authorName
  const isUnnamed = a.direction === 'incoming' && (a.authorName === null || b.authorName === null)
  const sameAuthor = a.direction === b.direction && a.channelId === b.channelId && (isSame || isUnnamed)
  return sameAuthor && b.sentAt - a.sentAt < groupMs && isSameDay(a.sentAt, b.sentAt)
}

/** The same object for the same shape, so that a message that has not changed is not drawn again. */
function toShape({ startsGroup, endsGroup }: GroupShape): GroupShape {
  return shapes[(startsGroup ? 1 : 0) + (endsGroup ? 2 : 0)] ?? shapes[0]
}

const shapes = [
  { startsGroup: false, endsGroup: false },
  { startsGroup: true, endsGroup: false },
  { startsGroup: false, endsGroup: true },
  { startsGroup: true, endsGroup: true },
] as const
