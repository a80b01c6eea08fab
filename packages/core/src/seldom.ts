import { followTabs } from './tabs/followTabs.ts'
import { slowTransport, takeTurns } from './tabs/takeTurns.ts'
import { runFallback } from './transports/runFallback.ts'
import { runPolling } from './transports/runPolling.ts'
import { runWithoutStream } from './transports/runWithoutStream.ts'

/**
 * The part of the client for a browser's second tab, for pages without https, and for proxies whose stream is missing or does
 * not get through.
 */
export const seldom = { followTabs, runFallback, runPolling, runWithoutStream, slowTransport, takeTurns }
