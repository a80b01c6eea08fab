import type { Unanswered } from '@crm-chat/protocol'
import type { CounterSocket } from './counterSocket.ts'

/** Tells one socket the newest number. A slow one gets the numbers between left out: what waits is one number, not a queue. */
export interface Notifier {
  /** Takes a value, which is told when the number is another one. */
  offer: (value: Unanswered) => void
  /** Begins anew: the value is told, whatever was told before. */
  restart: (value: Unanswered | null) => void
  close: () => void
}

/** Makes a {@link Notifier}. The vendor's event knows numbers only, so an unknown value is not told. */
export function createNotifier(socket: CounterSocket): Notifier {
  let waiting: number | null = null
  let told: number | null = null
  let isOnItsWay = false

  function flush(): void {
    if (isOnItsWay || waiting === null || waiting === told) return
    isOnItsWay = true
    told = waiting
    socket.emit('apiV2Notify', { counter: told })
  }

  function handleDrain(): void {
    isOnItsWay = false
    flush()
  }

  function offer(value: Unanswered): void {
    waiting = value.count
    flush()
  }

  socket.conn.on('drain', handleDrain) // What was written last has left for the network.
  return {
    offer,
    restart: (value) => {
      told = null
      if (value) offer(value)
    },
    close: () => socket.conn.off('drain', handleDrain),
  }
}
