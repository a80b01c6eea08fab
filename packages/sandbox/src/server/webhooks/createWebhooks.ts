import type { Change } from '../../store/changes.ts'
import { createQueue } from '../../store/createQueue.ts'
import type { Vendor } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import type { Quirks } from '../quirks/createQuirks.ts'
import { createDispatcher } from './createDispatcher.ts'
import { createSender, type TestCallResult } from './createSender.ts'
import type { Delivery } from './delivery.ts'
import { createDeliveryFaults, type DeliveryFaults } from './deliveryFaults.ts'
import { createDeliveryLog } from './deliveryLog.ts'
import { listAllEndpoints, type WebhookEndpoint } from './endpoints.ts'
import { listCalls } from './listCalls.ts'
import type { VendorWebhooks } from './vendorWebhooks.ts'

/** The webhooks of one account, sent whenever its data changes. */
export interface Webhooks {
  /** Posts to an address before it is registered, and returns its response. */
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
  /** Allows addresses of local networks; those of this machine are always allowed. @default false */
  allowPrivateAddresses?: boolean
  /** Allows addresses on the internet. @default false */
  allowPublicWebhooks?: boolean
}

/** Starts sending webhooks for an account's changes to its endpoints. */
export function createWebhooks({
  store,
  quirks,
  vendors,
  allowPrivateAddresses = false,
  allowPublicWebhooks = false,
}: WebhooksOptions): Webhooks {
  const faults = createDeliveryFaults()
  const log = createDeliveryLog()
  const allowed = { allowPrivate: allowPrivateAddresses, allowPublic: allowPublicWebhooks }
  const sender = createSender({ store, quirks, vendors, log, allowed })
  let changes = createQueue() // Changes become calls in the order in which they happened.
  let dispatcher = createDispatcher({ store, sender, log, faults })

  async function send(change: Change): Promise<void> {
    const current = dispatcher
    const calls = await listCalls({ store, change, quirks, vendors })
    if (dispatcher !== current) return // The data were replaced meanwhile.
    for (const call of calls) current.dispatch(call)
  }

  /** Nothing of the replaced data is sent any more. */
  function reset(): void {
    void close()
    changes = createQueue()
    dispatcher = createDispatcher({ store, sender, log, faults })
    log.clear()
    faults.clear()
  }

  async function close(): Promise<void> {
    sender.abort()
    await Promise.all([changes.close(), dispatcher.close()])
  }

  const unsubscribe = store.changes.subscribe((change) => {
    if (change.kind === 'reset') reset()
    else void changes.add(() => send(change))
  })
  return {
    testCall: sender.testCall,
    list: log.list,
    endpoints: () => listAllEndpoints(store),
    clear: log.clear,
    async replay(deliveryId) {
      const old = log.get(deliveryId)
      return old && dispatcher.replay(old)
    },
    async replayAll() {
      const repeated: Delivery[] = []
      for (const old of log.list()) repeated.push(await dispatcher.replay(old))
      return repeated
    },
    faults,
    subscribe: log.subscribe,
    close() {
      unsubscribe()
      return close()
    },
  }
}
