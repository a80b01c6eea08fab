import type { Vendor } from '../../api/settings.ts'

/** A key of a vendor, and the address of its API. */
export interface VendorAccount {
  apiKey: string
  baseUrl: string
}

/** The accounts of this CRM. A vendor without one cannot be chosen. */
export type VendorAccounts = { [Name in Vendor]?: VendorAccount | undefined }

/** Lists the keys, each once, e.g. to keep them out of the log. */
export function keysOf(accounts: VendorAccounts): string[] {
  return [...new Set(Object.values(accounts).flatMap((account) => account?.apiKey ?? []))]
}

/** Lists the addresses, each once. */
export function addressesOf(accounts: VendorAccounts): string[] {
  return [...new Set(Object.values(accounts).flatMap((account) => account?.baseUrl ?? []))]
}
