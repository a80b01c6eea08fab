import {
  type WazzupTechBackendOptions,
  type WazzupV2BackendOptions,
  type WazzupV3BackendOptions,
  type WhatomateBackendOptions,
  wazzupTech,
  wazzupV2,
  wazzupV3,
  whatomate,
} from '@crm-chat/proxy'
import type { TokenSource } from '@crm-chat/vendors/wazzup-tech'
import type { ConfigTools } from './chatConfig.ts'

/** Vendors, by the names of their backends. */
export type VendorName = 'wazzup-v2' | 'wazzup-v3' | 'wazzup-tech' | 'whatomate'

/** The account at the vendor that a configuration names. `doctor` asks the vendor with it; printing it shows no key. */
export interface Account {
  vendor: VendorName
  /** The key to use now. */
  key: () => Promise<string>
  /** Values that no output may hold, as far as they are known. */
  secrets: () => string[]
  baseUrl: string | undefined
  fetch: typeof fetch | undefined
  /** Secret that the vendor sends along with webhooks, or signs them with. */
  webhookSecret: () => string | undefined
}

/** Makes the vendors' functions for a configuration, which remember the account of the backend that was made last. */
export function recordAccount(): {
  backends: Pick<ConfigTools, VendorFunction>
  account: () => Account | undefined
} {
  let account: Account | undefined
  return {
    account: () => account,
    backends: {
      wazzupV2: (options) => {
        account = toAccount({ vendor: 'wazzup-v2', options, key: options.apiKey })
        return wazzupV2(options)
      },
      wazzupV3: (options) => {
        account = toAccount({ vendor: 'wazzup-v3', options, key: options.apiKey, webhookSecret: options.crmKey })
        return wazzupV3(options)
      },
      wazzupTech: (options) => {
        account = toAccount({ vendor: 'wazzup-tech', options, key: options.accessToken })
        return wazzupTech(options)
      },
      whatomate: (options) => {
        const { apiKey: key, webhookSecret } = options
        account = toAccount({ vendor: 'whatomate', options, key, webhookSecret })
        return whatomate(options)
      },
    },
  }
}

type VendorFunction = 'wazzupV2' | 'wazzupV3' | 'wazzupTech' | 'whatomate'
type Key = WazzupTechBackendOptions['accessToken']
type Options = WazzupV2BackendOptions | WazzupV3BackendOptions | WazzupTechBackendOptions | WhatomateBackendOptions

function toAccount({
  vendor,
  options,
  key,
  webhookSecret,
}: {
  vendor: VendorName
  options: Options
  key: Key
  webhookSecret?: string | undefined
}): Account {
  const seen = new Set<string>()
  let source: TokenSource | undefined
  async function readKey(): Promise<string> {
    let given = typeof key === 'function' ? await key({ tenant: undefined }) : (key ?? '')
    if (typeof given === 'object') {
      source = given
      given = await given.getAccessToken()
    }
    seen.add(given)
    return given
  }
  if (typeof key === 'string') seen.add(key)
  if (typeof key === 'object') source = key
  return {
    vendor,
    key: readKey,
    secrets: () => [...seen, ...(source?.secrets() ?? []), webhookSecret ?? ''].filter(Boolean),
    baseUrl: options.baseUrl,
    fetch: options.fetch,
    webhookSecret: () => webhookSecret,
  }
}
