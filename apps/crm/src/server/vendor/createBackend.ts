import { type Backend, wazzupTech, wazzupV2, wazzupV3, whatomate } from '@crm-chat/proxy'
import { type Vendor, type VendorFeature, vendorFeatures } from '../../api/settings.ts'
import type { VendorAccount } from './vendorAccounts.ts'

/** Creates the backend of a vendor. */
export function createBackend({
  vendor,
  account,
  fetch = globalThis.fetch,
}: {
  vendor: Vendor
  account: VendorAccount
  fetch?: typeof globalThis.fetch
}): Backend {
  return backends[vendor]({ ...account, fetch })
}

const backends: Record<Vendor, (options: VendorAccount & { fetch: typeof fetch }) => Backend> = {
  'wazzup-v2': wazzupV2,
  'wazzup-v3': (options) => wazzupV3({ ...options, dealEvents: true }),
  'wazzup-tech': ({ apiKey, ...options }) => wazzupTech({ ...options, accessToken: apiKey, dealEvents: true }),
  whatomate,
}

/** Lists the features that a vendor does not have. Without webhooks, Wazzup's messages do not come to the CRM. */
export function listMissing({
  backend,
  webhooks,
}: {
  backend: Backend
  webhooks: object | undefined
}): VendorFeature[] {
  const receives = webhooks !== undefined && backend.webhooks !== undefined
  const { entities } = backend
  const has: Record<VendorFeature, boolean> = {
    chatWindow: backend.windows !== undefined,
    unanswered: backend.watchUnanswered !== undefined,
    sendMessage: backend.messages !== undefined,
    conversation: backend.conversation !== undefined || receives,
    channelAdmin: backend.channelAdmin !== undefined,
    exports: backend.exports !== undefined,
    vendorData: entities !== undefined,
    saveUsers: entities?.users?.save !== undefined,
    saveContacts: entities?.contacts?.save !== undefined,
    saveDeals: entities?.deals?.save !== undefined,
    webhooks: receives,
  }
  return vendorFeatures.filter((feature) => !has[feature])
}
