import type { VendorName } from '../config/account.ts'
import { wazzupFrames } from '../doctor/wazzupFrames.ts'

/** Sources of the chat windows of each vendor. */
const frames: Record<VendorName, readonly string[]> = {
  'wazzup-v2': [wazzupFrames.source],
  'wazzup-v3': [wazzupFrames.source],
  'wazzup-tech': [wazzupFrames.source],
  whatomate: [], // It has none.
}

/** Names of the vendors. */
export const vendorNames: readonly string[] = Object.keys(frames)

/** Returns the sources of a vendor's chat windows; undefined for an unknown vendor. */
export function framesOf(vendor: string): readonly string[] | undefined {
  return Object.hasOwn(frames, vendor) ? frames[vendor as VendorName] : undefined // Its key, as was just checked.
}
