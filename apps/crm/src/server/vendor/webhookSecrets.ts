import { createHash, createHmac } from 'node:crypto'
import { type Vendor, vendors } from '../../api/settings.ts'

/** Secret of one vendor's address, so that the CRM knows which of them calls. */
export function secretOf({ secret, vendor }: { secret: string; vendor: Vendor }): string {
  return createHmac('sha256', secret).update(vendor).digest('base64url')
}

/** Creates a function that tells whose address a request is for. It compares digests: their time tells nothing of a secret. */
export function createVendorOf(secret: string): (given: string) => Vendor | undefined {
  const byDigest = new Map(vendors.map((vendor) => [toDigest(secretOf({ secret, vendor })), vendor]))
  return (given) => byDigest.get(toDigest(given))
}

function toDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
