import { createWazzupTech, type WazzupTech } from '@crm-chat/vendors/wazzup-tech'
import { createWazzupV2, type WazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import { createWazzupV3, type WazzupV3 } from '@crm-chat/vendors/wazzup-v3'
import { createWhatomate, type Whatomate } from '@crm-chat/vendors/whatomate'
import type { Account, VendorName } from '../config/account.ts'
import { timeoutMs } from './setup.ts'
import { vendorUrl, wazzupUrl } from './vendors.ts'

type ClientParameters = { account: Account; key: string }

/** Few retries: a person waits for the result. */
function optionsOf({ account }: ClientParameters) {
  return { timeoutMs, retries: 1, ...(account.fetch && { fetch: account.fetch }) }
}

function wazzupOptions(parameters: ClientParameters, vendor: VendorName) {
  return { ...optionsOf(parameters), baseUrl: wazzupUrl({ vendor, account: parameters.account }) }
}

interface Clients {
  'wazzup-v2': (parameters: ClientParameters) => WazzupV2
  'wazzup-v3': (parameters: ClientParameters) => WazzupV3
  'wazzup-tech': (parameters: ClientParameters) => WazzupTech
  whatomate: (parameters: ClientParameters) => Whatomate
}

/** Clients of the vendors, with a key that may be of another one. */
export const clients: Clients = {
  'wazzup-v2': (parameters) => createWazzupV2({ apiKey: parameters.key, ...wazzupOptions(parameters, 'wazzup-v2') }),
  'wazzup-v3': (parameters) => createWazzupV3({ apiKey: parameters.key, ...wazzupOptions(parameters, 'wazzup-v3') }),
  'wazzup-tech': (parameters) =>
    createWazzupTech({ accessToken: parameters.key, ...wazzupOptions(parameters, 'wazzup-tech') }),
  whatomate: (parameters) =>
    createWhatomate({ apiKey: parameters.key, baseUrl: vendorUrl(parameters.account), ...optionsOf(parameters) }),
}

/** Asks a vendor for something harmless that every key may see. */
export const harmlessCalls: Record<VendorName, (parameters: ClientParameters) => Promise<unknown>> = {
  'wazzup-v2': (parameters) => clients['wazzup-v2'](parameters).fetchChannels(),
  'wazzup-v3': (parameters) => clients['wazzup-v3'](parameters).fetchChannels(),
  'wazzup-tech': (parameters) => clients['wazzup-tech'](parameters).fetchChannels(),
  whatomate: (parameters) => clients.whatomate(parameters).listContacts().next(),
}
