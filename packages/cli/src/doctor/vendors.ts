import type { Account, VendorName } from '../config/account.ts'

/** A vendor as people call it, and the function that a configuration needs for it. */
export interface VendorLabel {
  title: string
  config: string
}

/** Vendors, by the names of their backends. */
export const vendorLabels: Record<VendorName, VendorLabel> = {
  'wazzup-v2': { title: "Wazzup's CRM API V2", config: 'wazzupV2({ apiKey })' },
  'wazzup-v3': { title: "Wazzup's API v3", config: 'wazzupV3({ apiKey })' },
  'wazzup-tech': { title: "Wazzup's tech API", config: 'wazzupTech({ accessToken })' },
  whatomate: { title: 'Whatomate', config: 'whatomate({ apiKey, baseUrl })' },
}

/** Name of a backend's vendor, as people call it. */
export function titleOf(backend: string): string {
  return Object.entries(vendorLabels).find(([name]) => name === backend)?.[1].title ?? backend
}

/** Address of one of Wazzup's APIs, beside the one that the configuration names: all of them are on one host, or on Wazzup's own. */
export function wazzupUrl({ vendor, account }: { vendor: VendorName; account: Account }): string {
  const given = account.baseUrl?.replace(/\/+$/, '').replace(/\/tech$/, '')
  if (vendor === 'wazzup-tech') return given === undefined ? 'https://tech.wazzup24.com' : `${given}/tech`
  return given ?? 'https://api.wazzup24.com'
}

/** Address of the account's vendor. */
export function vendorUrl(account: Account): string {
  if (account.vendor === 'whatomate') return account.baseUrl ?? ''
  return account.baseUrl ?? wazzupUrl({ vendor: account.vendor, account })
}
