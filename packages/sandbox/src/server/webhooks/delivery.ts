import type { Vendor } from '../../store/schema.ts'
import type { DeliveryFault } from './deliveryFaults.ts'
import type { WebhookEndpoint } from './endpoints.ts'

/** One attempt to deliver a webhook. */
export interface DeliveryAttempt {
  /** Unix time in milliseconds. */
  at: number
  /** Status of the endpoint's response; missing without one. */
  status?: number
  /** Reason for a missing response. */
  error?: string
}

/** A webhook for an endpoint, with its attempts. */
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
   * `waiting` for its first or next attempt; `held` or `dropped` by a fault; `delivered` if the endpoint responded as the
   * vendor requires: 200, for Whatomate any 2xx; otherwise `failed`.
   */
  status: 'waiting' | 'held' | 'delivered' | 'failed' | 'dropped'
  attempts: DeliveryAttempt[]
  /** The fault that affected it. */
  fault?: DeliveryFault['kind']
  /** The delivery this one repeats. */
  replayOf?: string
}

/** Creates a delivery without attempts. */
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
