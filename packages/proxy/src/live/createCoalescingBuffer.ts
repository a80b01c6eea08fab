import type { Unanswered } from '@crm-chat/protocol'

/** The newest value and a heartbeat, until a reader takes them. Never a queue: a newer value replaces the one before. */
export interface CoalescingBuffer {
  putValue: (value: Unanswered) => void
  /** @returns false when the last heartbeat has not been taken yet: the reader is stuck. */
  putHeartbeat: () => boolean
  /** Takes everything out, as server-sent events; null when there is nothing. */
  take: () => string | null
}

/** Makes a {@link CoalescingBuffer}. It begins with the time after which a lost reader should reconnect. */
export function createCoalescingBuffer({ retryMs }: { retryMs: number }): CoalescingBuffer {
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
