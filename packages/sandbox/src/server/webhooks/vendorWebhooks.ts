import type { Change } from '../../store/changes.ts'
import type { Vendor } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import type { Quirks } from '../quirks/createQuirks.ts'
import type { WebhookEndpoint } from './endpoints.ts'

/** An event caused by a change. */
export interface WebhookEvent {
  /** Name for subscriptions, in the vendor's words. */
  event: string
  body: unknown
}

/** A change, with the data that its events need. */
export interface ChangeParameters {
  store: Store
  change: Change
  quirks: Quirks
}

/** The webhooks of one vendor: their events, signatures, retries and accepted responses. */
export interface VendorWebhooks {
  vendor: Vendor
  /** The events that a change causes, regardless of subscriptions. */
  toEvents: (parameters: ChangeParameters) => Promise<WebhookEvent[]>
  /** Headers that authenticate the call, besides the content type. */
  toHeaders: (parameters: {
    endpoint: Pick<WebhookEndpoint, 'secret' | 'details'>
    body: string
    now: number
  }) => Record<string, string>
  /** @default 'application/json' */
  contentType?: string
  /** Statuses that mean the webhook was accepted. @default 200 only */
  isAccepted?: (status: number) => boolean
  /** Timeout for a response. @default 30_000 */
  timeoutMs?: number
  /** Delays before the next attempt after each failed one, by the account's clock. @default no retries */
  toRetries?: (failure: { quirks: Quirks; status: number | undefined }) => number[]
  /** Processes the endpoint's response, if the vendor uses it. */
  onResponse?: (response: WebhookResponse) => Promise<void>
}

/** Response of an endpoint to an accepted webhook. */
export interface WebhookResponse {
  store: Store
  event: string
  /** The body that was sent, JSON. */
  body: string
  /** The response body. */
  text: string
}
