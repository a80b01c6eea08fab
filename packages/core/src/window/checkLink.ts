import type { WindowLink } from '@crm-chat/protocol'
import type { Clock } from '../clock.ts'
import { pause } from './pause.ts'
import { watchBlocked } from './watchBlocked.ts'

/**
 * Tells if this browser reaches a link, with one request that carries no cookies and whose response nobody can read. Undefined
 * where that cannot be known: the page's own policy forbids the request, or the browser is offline.
 */
export async function checkLink({
  link,
  clock,
  signal,
}: {
  link: WindowLink
  clock: Clock
  signal: AbortSignal
}): Promise<boolean | undefined> {
  let isForbidden = false
  const onBlocked = (): void => {
    isForbidden = true
  }
  watchBlocked({ origin: link.origin, directives: ['connect-src'], onBlocked, signal })
  try {
    await fetch(link.url, {
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    })
    return true
  } catch {
    await pause({ ms: 100, clock, signal }) // The policy is reported after the request has failed.
    return isForbidden || !navigator.onLine || signal.aborted ? undefined : false
  }
}
