import type { Quirks } from '../quirks/createQuirks.ts'
import type { Vendor } from '../routes/route.ts'
import type { Change } from '../store/changes.ts'
import type { Store } from '../store/openStore.ts'
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

/** How a vendor tells of changes. One of it lies in each vendor's folder, and is named in `vendorsWebhooks.ts`. */
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
  /** Takes in what the endpoint answered, where the vendor makes use of it. */
  onAnswer?: (parameters: { store: Store; event: string; text: string }) => Promise<void>
}
