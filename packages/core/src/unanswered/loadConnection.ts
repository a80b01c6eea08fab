import type { ClientContext } from '../clientContext.ts'
import { badgePart } from '../look/badge/badgePart.ts'
import type { StoreConnection } from './createUnansweredStore.ts'

/**
 * Loads the code that connects a store, and connects it. Code that does not come, because the browser is offline or another
 * version has been deployed, is requested again like a lost connection. Never rejects.
 */
export async function loadConnection(context: ClientContext, connection: StoreConnection): Promise<void> {
  const { signal, setState } = connection
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      const { live } = await import('../live.ts')
      badgePart.loaded = live.badge
      const connect = await live.prepareConnection(context)
      return connect(connection)
    } catch {
      if (!signal.aborted) setState({ status: 'error', code: 'network' })
      await new Promise<void>((resolve) => context.clock.after(context.retryDelayMs(attempt), resolve))
    }
  }
}
