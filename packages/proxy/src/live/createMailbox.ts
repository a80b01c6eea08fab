import type { Unanswered } from '@crm-chat/protocol'

/** What one reader still has to be told: the newest value and a sign of life. Never a queue. */
export interface Mailbox {
  putValue: (value: Unanswered) => void
  /** @returns false when the last heartbeat has not been taken yet: the reader is stuck. */
  putHeartbeat: () => boolean
  /** Takes everything out, as server-sent events; null when there is nothing. */
  take: () => string | null
}

/** Makes a {@link Mailbox} whose first content is how soon a lost reader should come back. */
export function createMailbox({ retryMs }: { retryMs: number }): Mailbox {
  let preface = `retry: ${retryMs}\n\n`
  let value: Unanswered | null = null
  let hasHeartbeat = false

  return {
    putValue: (newest) => {
      value = newest
    },
    putHeartbeat: () => {
      const isTaken = !hasHeartbeat
      hasHeartbeat = true
      return isTaken
    },
    take: () => {
      const text = preface + (value ? toEvent(value) : '') + (hasHeartbeat ? ': heartbeat\n\n' : '')
      preface = ''
      value = null
      hasHeartbeat = false
      return text || null
    },
  }
}

function toEvent(value: Unanswered): string {
  return `event: unanswered\nid: ${value.epoch}-${value.seq}\ndata: ${JSON.stringify(value)}\n\n`
}
