import type { ChatProxyOptions } from '@crm-chat/proxy'
import type { Account } from '../config/account.ts'

/** Everything that `doctor` examines. */
export interface Setup {
  /** Address of the proxy with its base path, without a slash at the end. */
  proxyUrl: URL
  options: ChatProxyOptions
  /** Path of the proxy, e.g. `/chat`. */
  basePath: string
  account: Account | undefined
  /** Address of the Redis that the environment names; undefined where the configuration does without, or brings its own. */
  redisUrl: string | undefined
  /** A page of the CRM that shows the chats. */
  page: URL | undefined
  /** The CRM's id of a user. */
  userId: string | undefined
  /** For requests to the CRM's own servers; those to the vendor are the account's. */
  fetch: typeof fetch
  /** Unix milliseconds. */
  now: () => number
}

/** Time for one request. */
export const timeoutMs = 10_000
