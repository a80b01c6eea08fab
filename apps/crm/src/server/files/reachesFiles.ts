import type { Vendor } from '../../api/settings.ts'
import type { VendorAccount } from '../vendor/vendorAccounts.ts'

/** Returns true if the vendor can get a file: by a link to this CRM, or because it takes the file itself. */
export function reachesFiles({
  vendor,
  account,
  isPublic,
}: {
  vendor: Vendor
  account: VendorAccount
  /** The vendor can request what this CRM serves, wherever it runs. */
  isPublic: boolean
}): boolean {
  const isOnThisMachine = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(account.baseUrl).hostname)
  return vendor === 'whatomate' || isPublic || isOnThisMachine
}
