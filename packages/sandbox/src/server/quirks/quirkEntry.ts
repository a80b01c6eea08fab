import type { Vendor } from '../../store/vendor.ts'

/** What is said of a quirk. */
export interface QuirkEntry {
  vendor: Vendor
  /** What changes when it is on. Off is what the vendor's document says. */
  description: string
}
