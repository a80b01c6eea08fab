import type { ConversationMessage } from '@crm-chat/core/conversation'
import { isSameDay } from '../format.ts'

/** An entry of a thread. */
export type Entry =
  | { kind: 'day'; id: string; at: number }
  | { kind: 'unanswered'; id: string; count: number }
  | { kind: 'channel'; id: string; channelId: string }
  | { kind: 'message'; id: string; message: ConversationMessage; shape: GroupShape }

/** A message's position in its group. */
export interface GroupShape {
  startsGroup: boolean
  endsGroup: boolean
}

const groupMs = 5 * 60 * 1000

/** Parameters of {@link toEntries}. */
export interface ToEntriesParameters {
  messages: readonly ConversationMessage[]
  unanswered: number
  /** The end of the conversation is not loaded. */
  hasLater: boolean
}

/**
 * Lays out messages as a thread, with separators for days, channel switches and unanswered messages. Messages of one
 * author within minutes form a group.
 */
export function toEntries({ messages, unanswered, hasLater }: ToEntriesParameters): Entry[] {
  // Unanswered messages are the last ones, because a reply would have cleared them.
  const firstUnanswered = hasLater ? Number.POSITIVE_INFINITY : messages.length - unanswered
  return messages.flatMap((message, index): Entry[] => {
    const before = messages[index - 1]
    const after = messages[index + 1]
    const isNewDay = !before || !isSameDay(before.sentAt, message.sentAt)
    const isFirstUnanswered = unanswered > 0 && index === firstUnanswered
    const id = toEntryId(message)
    const { channelId } = message
    return [
      ...(isNewDay ? [{ kind: 'day' as const, id: `day ${message.sentAt}`, at: message.sentAt }] : []),
      ...(before?.channelId && channelId && before.channelId !== channelId
        ? [{ kind: 'channel' as const, id: `channel ${id}`, channelId }]
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

/** Returns an id that stays the same when the source confirms a message, so that it keeps its place on the page. */
export function toEntryId({ id, clientMessageId }: ConversationMessage): string {
  return clientMessageId ?? id
}

function belongTogether(a: ConversationMessage, b: ConversationMessage): boolean {
  const isSame = a.authorName === b.authorName
  const isUnnamed = a.direction === 'incoming' && (a.authorName === null || b.authorName === null)
  const sameAuthor = a.direction === b.direction && a.channelId === b.channelId && (isSame || isUnnamed)
  return sameAuthor && b.sentAt - a.sentAt < groupMs && isSameDay(a.sentAt, b.sentAt)
}

/** Returns a shared object per shape, so that unchanged messages are not rendered again. */
function toShape({ startsGroup, endsGroup }: GroupShape): GroupShape {
  return shapes[(startsGroup ? 1 : 0) + (endsGroup ? 2 : 0)] ?? shapes[0]
}

const shapes = [
  { startsGroup: false, endsGroup: false },
  { startsGroup: true, endsGroup: false },
  { startsGroup: false, endsGroup: true },
  { startsGroup: true, endsGroup: true },
] as const
