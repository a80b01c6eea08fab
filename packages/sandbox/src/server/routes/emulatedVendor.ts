import type { Vendor } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import type { QuirkEntry, Quirks } from '../quirks/createQuirks.ts'
import type { Webhooks } from '../webhooks/createWebhooks.ts'
import type { VendorWebhooks } from '../webhooks/vendorWebhooks.ts'
import type { VendorApi } from './vendorApi.ts'

/** One vendor as the sandbox emulates it. Each vendor's folder exports one; `emulatedVendors.ts` lists them. */
export interface EmulatedVendor {
  vendor: Vendor
  apis: VendorApi[]
  /** Operations of its sockets, for faults, e.g. `wazzup-v2.watchUnanswered`. */
  sockets: string[]
  webhooks: VendorWebhooks
  quirks: Record<string, QuirkEntry>
  /** Starts the vendor's background work in an account. @returns a function that stops it. */
  start?: (parts: { store: Store; quirks: Quirks; webhooks: Webhooks }) => () => void
}
