import { createWazzupV3, type WazzupV3 } from '../src/wazzup-v3/createWazzupV3.ts'
import { startVendor, type VendorAnswer, type VendorServer } from './startVendor.ts'

/** A server in the place of API v3, and a client of it that does not wait between its attempts. */
export async function startWazzupV3(
  answer: VendorAnswer | Parameters<typeof startVendor>[0],
): Promise<VendorServer & { wazzup: WazzupV3 }> {
  const vendor = await startVendor(typeof answer === 'function' ? answer : () => answer)
  return { ...vendor, wazzup: createWazzupV3({ apiKey: 'the-key', baseUrl: vendor.url, random: () => 0 }) }
}
