import type { Change } from '../../store/changes.ts'
import { createQueue, type Queue } from '../../store/createQueue.ts'
import type { Store } from '../../store/store.ts'
import type { Vendor } from '../../store/vendor.ts'
import type { Quirks } from '../quirks/createQuirks.ts'
import { createDelivery, type Delivery } from './delivery.ts'
import { createDeliveryFaults, type DeliveryFaults } from './deliveryFaults.ts'
import { createDeliveryLog } from './deliveryLog.ts'
import { listAllEndpoints, type WebhookEndpoint } from './endpoints.ts'
import { createSender, type TestCallResult } from './sender.ts'
import type { VendorWebhooks } from './vendorWebhooks.ts'

/** The webhooks of one account, sent whenever its data changes. */
export interface Webhooks {
  /** Posts to an address that is about to be registered, and returns its response. */
  testCall: (parameters: {
    vendor: Vendor
    url: string
    secret?: string | null
    body: unknown
  }) => Promise<TestCallResult>
  /** The latest thousand deliveries, the oldest first. */
  list: () => Delivery[]
  /** The registered endpoints. */
  endpoints: () => Promise<WebhookEndpoint[]>
  /** Clears the log; deliveries in progress continue. */
  clear: () => void
  /** Sends a delivery again, without faults. @returns the new one; `undefined` for an unknown id. */
  replay: (deliveryId: string) => Promise<Delivery | undefined>
  /** Sends all deliveries of the log again, in order. */
  replayAll: () => Promise<Delivery[]>
  faults: DeliveryFaults
  /** Subscribes to every step of every delivery; `undefined` when all are cleared. @returns a function that ends it. */
  subscribe: (listener: (delivery: Delivery | undefined) => void) => () => void
  /** Stops; unsent deliveries are dropped. */
  close: () => Promise<void>
}

/** Options of {@link createWebhooks}. */
export interface WebhooksOptions {
  store: Store
  quirks: Quirks
  /** The webhooks of every vendor. */
  vendors: VendorWebhooks[]
  /** Calls addresses of local networks too. @default loopback and the internet only */
  allowPrivateAddresses?: boolean
}

/** Starts sending webhooks for an account's changes to its endpoints. */
export function createWebhooks({ store, quirks, vendors, allowPrivateAddresses = false }: WebhooksOptions): Webhooks {
  const faults = createDeliveryFaults()
  const log = createDeliveryLog()
  const sender = createSender({ store, quirks, vendors, log, allowPrivate: allowPrivateAddresses })
  let changes = createQueue() // Events are made up in the order in which things happened.
  let lines = new Map<string, Line>()
  let made = 0

  function lineOf({ vendor, url }: { vendor: Vendor; url: string }): Line {
    const key = `${vendor} ${url}` // One address may have many subscriptions.
    const line = lines.get(key) ?? { queue: createQueue(), held: [] }
    lines.set(key, line)
    return line
  }

  async function tell(change: Change): Promise<void> {
    const concernedLines = lines
    const endpoints = await listAllEndpoints(store)
    for (const { vendor, toEvents } of vendors) {
      const listening = endpoints.filter((endpoint) => endpoint.vendor === vendor)
      if (listening.length === 0) continue
      const events = await toEvents({ store, change, quirks })
      if (lines !== concernedLines) return // The data is no more.
      for (const { event, body } of events) {
        const concerned = listening.filter(({ events }) => events.includes(event))
        for (const endpoint of concerned) dispatch({ endpoint, event, body: JSON.stringify(body) })
      }
    }
  }

  /** Nothing that happened in the data before goes out any more. */
  function clear(): void {
    for (const { close } of [changes, ...[...lines.values()].map(({ queue }) => queue)]) void close()
    changes = createQueue()
    lines = new Map()
    sender.breakOff()
    log.clear()
    faults.clear()
    made = 0
  }

  const nextId = (): string => store.ids.named('delivery', String(++made))

  function dispatch(parameters: { endpoint: WebhookEndpoint; event: string; body: string }): void {
    const { endpoint } = parameters
    const delivery = createDelivery({ ...parameters, deliveryId: nextId(), now: store.clock.now() })
    const line = lineOf(endpoint)
    const fault = faults.take(delivery)
    log.add(fault ? { ...delivery, fault: fault.kind } : delivery)
    const send = (): Promise<void> =>
      line.queue.add(async () => {
        const retryAfterMs = await sender.send({ endpoint, delivery })
        if (retryAfterMs === undefined) return
        store.clock.schedule(store.clock.now() + retryAfterMs, () => void send()) // Others pass meanwhile.
      })
    switch (fault?.kind) {
      case 'drop':
        log.update(delivery.deliveryId, { status: 'dropped' })
        return
      case 'delay':
        log.update(delivery.deliveryId, { status: 'held' })
        store.clock.schedule(store.clock.now() + (fault.delayMs ?? 0), () => void send())
        return
      case 'reorder':
        log.update(delivery.deliveryId, { status: 'held' })
        line.held.push(send)
        return
      case 'duplicate':
        void send()
    }
    void send()
    for (const sendHeld of line.held.splice(0)) void sendHeld()
  }

  async function repeat(old: Delivery): Promise<Delivery> {
    const endpoints = await listAllEndpoints(store)
    const endpoint = endpoints.find(({ endpointId }) => endpointId === old.endpointId) ?? toFormer(old)
    const made = createDelivery({
      deliveryId: nextId(),
      endpoint,
      event: old.event,
      body: old.body,
      now: store.clock.now(),
    })
    log.add({ ...made, replayOf: old.deliveryId })
    await lineOf(endpoint).queue.add(async () => void (await sender.send({ endpoint, delivery: made })))
    return log.get(made.deliveryId) ?? made
  }

  const unsubscribe = store.changes.subscribe((change) => {
    if (change.kind === 'reset') clear()
    else void changes.add(() => tell(change))
  })
  return {
    testCall: sender.testCall,
    list: log.list,
    endpoints: () => listAllEndpoints(store),
    clear: log.clear,
    async replay(deliveryId) {
      const old = log.get(deliveryId)
      return old && repeat(old)
    },
    async replayAll() {
      const repeated: Delivery[] = []
      for (const old of log.list()) repeated.push(await repeat(old))
      return repeated
    },
    faults,
    subscribe: log.subscribe,
    async close() {
      unsubscribe()
      sender.breakOff()
      await Promise.all([changes.close(), ...[...lines.values()].map(({ queue }) => queue.close())])
    },
  }
}

/** Calls to one address: a queue, and deliveries held back until the next one passes. */
interface Line {
  queue: Queue
  held: (() => Promise<void>)[]
}

/** The endpoint of a delivery as it was, without what proved who calls: it is registered no more. */
function toFormer({ endpointId, vendor, url, event }: Delivery): WebhookEndpoint {
  return { endpointId, vendor, url, events: [event], secret: null, details: {} }
}
