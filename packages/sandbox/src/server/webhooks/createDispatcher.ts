import { createQueue, type Queue } from '../../store/createQueue.ts'
import type { Vendor } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import type { Sender } from './createSender.ts'
import { createDelivery, type Delivery } from './delivery.ts'
import type { DeliveryFault, DeliveryFaults } from './deliveryFaults.ts'
import type { DeliveryLog } from './deliveryLog.ts'
import { listAllEndpoints, type WebhookEndpoint } from './endpoints.ts'
import type { WebhookCall } from './listCalls.ts'

/** Delivers calls, one after another at each address. */
export interface Dispatcher {
  /** Delivers a call, unless a fault rule applies. */
  dispatch: (call: WebhookCall) => void
  /** Delivers again, without faults. @returns the new delivery, after its attempt */
  replay: (old: Delivery) => Promise<Delivery>
  /** Skips the waiting deliveries. */
  close: () => Promise<void>
}

/** The deliveries to one address. */
interface Line {
  queue: Queue
  /** Deliveries that a fault holds back until the next one passes. */
  held: (() => void)[]
}

/** Creates the dispatcher of one account, which lasts until its data are replaced. */
export function createDispatcher({
  store,
  sender,
  log,
  faults,
}: {
  store: Store
  sender: Sender
  log: DeliveryLog
  faults: DeliveryFaults
}): Dispatcher {
  const lines = new Map<string, Line>()
  let count = 0

  function ensureLine({ vendor, url }: { vendor: Vendor; url: string }): Line {
    const key = `${vendor} ${url}` // An address may have several subscriptions.
    const line = lines.get(key) ?? { queue: createQueue(), held: [] }
    lines.set(key, line)
    return line
  }

  function toDelivery(call: WebhookCall): Delivery {
    const deliveryId = store.ids.named('delivery', String(++count))
    return createDelivery({ ...call, deliveryId, now: store.clock.now() })
  }

  /** Sends a delivery in its turn. A retry takes a new turn, so that others pass meanwhile. */
  function send({ endpoint, delivery }: { endpoint: WebhookEndpoint; delivery: Delivery }): void {
    void ensureLine(endpoint).queue.add(async () => {
      const retryAfterMs = await sender.send({ endpoint, delivery })
      if (retryAfterMs === undefined) return
      store.clock.schedule(store.clock.now() + retryAfterMs, () => send({ endpoint, delivery }))
    })
  }

  /** Sends a delivery now, and those that were held back until then. */
  function pass(line: Line, sendNow: () => void): void {
    sendNow()
    for (const sendHeld of line.held.splice(0)) sendHeld()
  }

  function applyFault(
    { kind, delayMs = 0 }: DeliveryFault,
    { deliveryId, line, sendNow }: { deliveryId: string; line: Line; sendNow: () => void },
  ): void {
    switch (kind) {
      case 'drop':
        log.update(deliveryId, { status: 'dropped' })
        return
      case 'delay':
        log.update(deliveryId, { status: 'held' })
        store.clock.schedule(store.clock.now() + delayMs, sendNow)
        return
      case 'reorder':
        log.update(deliveryId, { status: 'held' })
        line.held.push(sendNow)
        return
      case 'duplicate':
        sendNow()
        pass(line, sendNow)
    }
  }

  return {
    dispatch(call) {
      const { endpoint } = call
      const line = ensureLine(endpoint)
      const delivery = toDelivery(call)
      const sendNow = (): void => send({ endpoint, delivery })
      const fault = faults.take(delivery)
      log.add(fault ? { ...delivery, fault: fault.kind } : delivery)
      if (fault) applyFault(fault, { deliveryId: delivery.deliveryId, line, sendNow })
      else pass(line, sendNow)
    },
    async replay(old) {
      const endpoints = await listAllEndpoints(store)
      const endpoint = endpoints.find(({ endpointId }) => endpointId === old.endpointId) ?? toDeletedEndpoint(old)
      const delivery = toDelivery({ endpoint, event: old.event, body: old.body })
      log.add({ ...delivery, replayOf: old.deliveryId })
      await ensureLine(endpoint).queue.add(async () => void (await sender.send({ endpoint, delivery })))
      return log.get(delivery.deliveryId) ?? delivery
    },
    async close() {
      await Promise.all([...lines.values()].map(({ queue }) => queue.close()))
    },
  }
}

/** The endpoint of an old delivery that was deleted meanwhile. Its secret is unknown. */
function toDeletedEndpoint({ endpointId, vendor, url, event }: Delivery): WebhookEndpoint {
  return { endpointId, vendor, url, events: [event], secret: null, details: {} }
}
