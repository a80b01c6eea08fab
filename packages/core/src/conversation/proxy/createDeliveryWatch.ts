import type { Clock } from '../../clock.ts'
import type { DeliveryStatus } from '../conversationMessage.ts'

/** Watches how far sent messages get where nobody tells. */
export interface DeliveryWatch {
  /** Begins with a message that was sent. */
  add: (id: string) => void
  /** Ends with a message whose delivery is known. One that is on its way, or of which nothing is told, is watched further. */
  settle: (id: string | undefined, status: DeliveryStatus | null) => void
  stop: () => void
}

/** Parameters of {@link createDeliveryWatch}. */
export interface DeliveryWatchParameters {
  clock: Clock
  /** Reads the end of the conversation. */
  onDue: () => void
}

/** Times after a send at which it is looked, in ms. */
const delays = [2_000, 5_000, 15_000, 45_000]

/** Not every vendor reports a delivery by itself: the end is read again a few times after a send, until it is known. */
export function createDeliveryWatch({ clock, onDue }: DeliveryWatchParameters): DeliveryWatch {
  const open = new Set<string>()
  const timers = new Set<() => void>()
  return {
    add(id) {
      open.add(id)
      for (const [index, delay] of delays.entries()) {
        const cancel = clock.after(delay, () => {
          timers.delete(cancel)
          if (!open.has(id)) return
          if (index === delays.length - 1) open.delete(id)
          onDue()
        })
        timers.add(cancel)
      }
    },
    settle: (id, status) => {
      const isKnown = status !== null && status !== 'pending' && status !== 'sent'
      if (id !== undefined && isKnown) open.delete(id)
    },
    stop() {
      open.clear()
      for (const cancel of timers) cancel()
      timers.clear()
    },
  }
}
