import { createSubscribers } from '../../store/subscribers/createSubscribers.ts'
import type { Delivery } from './delivery.ts'

/** The latest deliveries of an account. */
export interface DeliveryLog {
  add: (delivery: Delivery) => void
  update: (deliveryId: string, change: Partial<Delivery>) => void
  get: (deliveryId: string) => Delivery | undefined
  /** The oldest first. */
  list: () => Delivery[]
  clear: () => void
  /** Subscribes to every new and changed delivery; `undefined` when the log is cleared. @returns a function that ends it. */
  subscribe: (listener: (delivery: Delivery | undefined) => void) => () => void
}

/** Number of deliveries that are kept. */
const maxDeliveries = 1_000

/** Creates an empty log. Its deliveries are replaced, never mutated. */
export function createDeliveryLog(): DeliveryLog {
  const deliveries = new Map<string, Delivery>()
  const { notify, subscribe } = createSubscribers<[Delivery | undefined]>()

  function put(delivery: Delivery): void {
    deliveries.set(delivery.deliveryId, delivery)
    notify(delivery)
  }

  return {
    add(delivery) {
      put(delivery)
      for (const deliveryId of deliveries.keys()) {
        if (deliveries.size <= maxDeliveries) break
        deliveries.delete(deliveryId)
      }
    },
    update(deliveryId, change) {
      const delivery = deliveries.get(deliveryId)
      if (delivery) put({ ...delivery, ...change }) // A delivery may have been cleared meanwhile.
    },
    get: (deliveryId) => deliveries.get(deliveryId),
    list: () => [...deliveries.values()],
    clear() {
      deliveries.clear()
      notify(undefined)
    },
    subscribe,
  }
}
