import type { Clock } from '../../clock.ts'

/** Watches how far sent messages get where nobody tells. */
export interface DeliveryWatch {
  /** Begins with a message that was sent. */
  add: (id: string) => void
  /** Ends with a message that is known to have got on. */
  settle: (id: string | undefined) => void
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
    settle: (id) => {
      if (id !== undefined) open.delete(id)
    },
    stop() {
      open.clear()
      for (const cancel of timers) cancel()
      timers.clear()
    },
  }
}
