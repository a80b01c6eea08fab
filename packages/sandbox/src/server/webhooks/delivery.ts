import type { Vendor } from '../../store/vendor.ts'
import type { DeliveryFault } from './deliveryFaults.ts'
import type { WebhookEndpoint } from './endpoints.ts'

/** One attempt to hand a webhook over. */
export interface DeliveryAttempt {
  /** Unix time in milliseconds. */
  at: number
  /** Status of the endpoint's response; missing without one. */
  status?: number
  /** Reason for a missing response. */
  error?: string
}

/** A webhook on its way to an endpoint, and what became of it. */
export interface Delivery {
  deliveryId: string
  vendor: Vendor
  endpointId: string
  url: string
  event: string
  /** JSON. */
  body: string
  /** Unix time in milliseconds. */
  createdAt: number
  /**
   * `waiting` for its first or next attempt; `held` or `dropped` by a fault. `failed` is all but the answer the vendor
   * asks for: 200, with Whatomate any 2xx.
   */
  status: 'waiting' | 'held' | 'delivered' | 'failed' | 'dropped'
  attempts: DeliveryAttempt[]
  /** The fault that affected it. */
  fault?: DeliveryFault['kind']
  /** The delivery this one repeats. */
  replayOf?: string
}

/** A delivery that nothing has happened to yet. */
export function createDelivery(parameters: {
  deliveryId: string
  endpoint: WebhookEndpoint
  event: string
  body: string
  now: number
}): Delivery {
  const { deliveryId, endpoint, event, body, now } = parameters
  const { vendor, endpointId, url } = endpoint
  const fixed = { deliveryId, vendor, endpointId, url, event, body, createdAt: now }
  return { ...fixed, status: 'waiting', attempts: [] }
}
