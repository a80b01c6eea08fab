import type { Change } from '../../store/changes.ts'
import type { Store } from '../../store/store.ts'
import type { Vendor } from '../../store/vendor.ts'
import type { Quirks } from '../quirks/createQuirks.ts'
import type { WebhookEndpoint } from './endpoints.ts'

/** One call that a change brings about. */
export interface WebhookEvent {
  /** What endpoints name to get it, in the vendor's words. */
  event: string
  body: unknown
}

/** A change that is to be told, and what telling takes. */
export interface ToldChange {
  store: Store
  change: Change
  quirks: Quirks
}

/** The webhooks of one vendor: which calls a change causes, and how they are signed, retried and acknowledged. */
export interface VendorWebhooks {
  vendor: Vendor
  /** The calls that a change brings about, whoever listens. */
  toEvents: (told: ToldChange) => Promise<WebhookEvent[]>
  /** Headers that prove who calls, beside the content type. */
  toHeaders: (parameters: {
    endpoint: Pick<WebhookEndpoint, 'secret' | 'details'>
    body: string
    now: number
  }) => Record<string, string>
  /** @default 'application/json' */
  contentType?: string
  /** Which answers mean that it was taken. @default 200 only */
  isTaken?: (status: number) => boolean
  /** How long an answer is waited for. @default 30_000 */
  timeoutMs?: number
  /** How long after each attempt that failed the next one comes, by the account's clock. @default none comes */
  toRetries?: (failure: { quirks: Quirks; status: number | undefined }) => number[]
  /** Takes in what the endpoint answered, where the vendor makes use of it. */
  onAnswer?: (answer: WebhookAnswer) => Promise<void>
}

/** What an endpoint answered to a webhook that it took. */
export interface WebhookAnswer {
  store: Store
  event: string
  /** What was sent, JSON. */
  body: string
  /** What came back. */
  text: string
}
