import type { ClientContext } from '../clientContext.ts'
import type { ChatHttp } from './chatHttp.ts'

/** Returns a client's access to its proxy. */
export function toHttp({ options, endpoint, clock }: ClientContext): ChatHttp {
  const {
    fetch = (input, init) => globalThis.fetch(input, init),
    credentials = 'same-origin',
    timeoutMs = 15_000,
  } = options
  return { endpoint, fetch, hasOwnFetch: options.fetch !== undefined, credentials, timeoutMs, clock }
}
