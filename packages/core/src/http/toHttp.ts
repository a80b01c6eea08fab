import type { ClientContext } from '../clientContext.ts'
import type { ChatHttp } from './chatHttp.ts'

/** Returns a client's access to its proxy. */
export function toHttp({ options, endpoint, clock }: ClientContext): ChatHttp {
  const {
    fetch = (input, init) => globalThis.fetch(input, init),
    credentials = 'same-origin',
    timeoutMs = 15_000,
  } = options
  const hasOwnFetch = options.fetch !== undefined || !('XMLHttpRequest' in globalThis)
  return { endpoint, fetch, hasOwnFetch, credentials, timeoutMs, clock }
}
