/** Listeners that are called in the order in which they subscribed. */
export interface Subscribers<Event extends unknown[]> {
  notify: (...event: Event) => void
  /** @returns a function that ends the subscription. */
  subscribe: (listener: (...event: Event) => void) => () => void
}

/** Creates a list of subscribers, empty at first. */
export function createSubscribers<Event extends unknown[] = []>(): Subscribers<Event> {
  const listeners = new Set<(...event: Event) => void>()
  return {
    notify(...event) {
      for (const listener of listeners) listener(...event)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
