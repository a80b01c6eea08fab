import { createWazzupV2, type WazzupV2 } from '../src/wazzup-v2/createWazzupV2.ts'
import { startVendor, type VendorAnswer, type VendorServer } from './startVendor.ts'

/** A server in the place of API V2, and a client of it that does not wait between its attempts. */
export async function startWazzupV2(
  answer: VendorAnswer | Parameters<typeof startVendor>[0],
): Promise<VendorServer & { wazzup: WazzupV2 }> {
  const vendor = await startVendor(typeof answer === 'function' ? answer : () => answer)
  return { ...vendor, wazzup: createWazzupV2({ apiKey: 'the-key', baseUrl: vendor.url, random: () => 0 }) }
}
