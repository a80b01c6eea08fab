import type { Unanswered } from '@crm-chat/protocol'
import type { CounterSocket } from './counterSocket.ts'

/** Sends one socket the newest number. A slow socket skips the numbers in between: one number waits, never a queue. */
export interface Notifier {
  /** Takes a value and sends its number, unless it was the last one sent. */
  offer: (value: Unanswered) => void
  /** Begins anew: sends the number even if it was the last one sent. */
  restart: (value: Unanswered | null) => void
  close: () => void
}

/** Makes a {@link Notifier}. The vendor's event carries a number only, so an unknown value is not sent. */
export function createNotifier(socket: CounterSocket): Notifier {
  let pending: number | null = null
  let sent: number | null = null
  let isSending = false

  function flush(): void {
    if (isSending || pending === null || pending === sent) return
    isSending = true
    sent = pending
    socket.emit('apiV2Notify', { counter: sent })
  }

  function handleDrain(): void {
    isSending = false
    flush()
  }

  function offer(value: Unanswered): void {
    pending = value.count
    flush()
  }

  socket.conn.on('drain', handleDrain) // Everything written so far has left for the network.
  return {
    offer,
    restart: (value) => {
      sent = null
      if (value) offer(value)
    },
    close: () => socket.conn.off('drain', handleDrain),
  }
}
