import type { Change } from '../../store/changes.ts'
import type { Store } from '../../store/store.ts'
import type { Vendor } from '../../store/vendor.ts'
import type { Quirks } from '../quirks/createQuirks.ts'
import type { WebhookEndpoint } from './endpoints.ts'

/** A call caused by a change. */
export interface WebhookEvent {
  /** Name by which endpoints subscribe to it, in the vendor's words. */
  event: string
  body: unknown
}

/** A change to send, with the data needed for it. */
export interface ToldChange {
  store: Store
  change: Change
  quirks: Quirks
}

/** The webhooks of one vendor: which calls a change causes, and how they are signed, retried and acknowledged. */
export interface VendorWebhooks {
  vendor: Vendor
  /** The calls a change causes, regardless of subscriptions. */
  toEvents: (told: ToldChange) => Promise<WebhookEvent[]>
  /** Headers that authenticate the call, besides the content type. */
  toHeaders: (parameters: {
    endpoint: Pick<WebhookEndpoint, 'secret' | 'details'>
    body: string
    now: number
  }) => Record<string, string>
  /** @default 'application/json' */
  contentType?: string
  /** Statuses that mean the webhook was accepted. @default 200 only */
  isTaken?: (status: number) => boolean
  /** Timeout for a response. @default 30_000 */
  timeoutMs?: number
  /** Delays before the next attempt after each failed one, by the account's clock. @default no retries */
  toRetries?: (failure: { quirks: Quirks; status: number | undefined }) => number[]
  /** Processes the endpoint's response, if the vendor uses it. */
  onAnswer?: (answer: WebhookAnswer) => Promise<void>
}

/** Response of an endpoint to a webhook it accepted. */
export interface WebhookAnswer {
  store: Store
  event: string
  /** The body that was sent, JSON. */
  body: string
  /** The response body. */
  text: string
}
