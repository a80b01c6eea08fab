import type { ConversationMessage } from './conversationMessage.ts'

/** Time of the customer's last message in each channel, Unix milliseconds. */
export type HeardAt = Readonly<Record<string, number>>

/** Adds the customer's messages to the times. They are the last ones only if no later message is left out. */
export function withHeard(heardAt: HeardAt, messages: readonly ConversationMessage[]): HeardAt {
  return messages.reduce(
    (known, { direction, channelId, sentAt }) =>
      direction === 'outgoing' || channelId === null ? known : withLatest(known, { [channelId]: sentAt }),
    heardAt,
  )
}

/** Joins two records of times; the later time counts. */
export function withLatest(known: HeardAt, added: HeardAt = {}): HeardAt {
  const later = Object.entries(added).filter(([channelId, time]) => time > (known[channelId] ?? 0))
  return later.length === 0 ? known : { ...known, ...Object.fromEntries(later) }
}
