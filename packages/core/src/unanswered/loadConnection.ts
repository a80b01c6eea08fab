import type { ClientContext } from '../clientContext.ts'
import type { StoreConnection } from './createUnansweredStore.ts'

/** Parameters of {@link loadConnection}. */
export interface LoadConnectionParameters {
  context: ClientContext
  connection: StoreConnection
}

/**
 * Loads the code that connects a store, and connects it. Code that does not come, because the browser is offline or another
 * version has been deployed, is requested again like a lost connection. Never rejects.
 */
export async function loadConnection({ context, connection }: LoadConnectionParameters): Promise<void> {
  const { signal, setState } = connection
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      const { prepareConnection } = await import('./prepareConnection.ts')
      const connect = await prepareConnection(context)
      return signal.aborted ? undefined : connect(connection)
    } catch {
      if (!signal.aborted) setState({ status: 'error', code: 'network' })
      await new Promise<void>((resolve) => context.clock.after(context.retryDelayMs(attempt), resolve))
    }
  }
}
