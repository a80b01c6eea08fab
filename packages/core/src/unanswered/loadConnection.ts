import type { ClientContext } from '../clientContext.ts'
import type { StoreConnection } from './createUnansweredStore.ts'

/**
 * Loads the code that connects a store, and connects it. Code that does not come, because the browser is offline or another
 * version has been deployed, is requested again.
 */
export function loadConnection(context: ClientContext, connection: StoreConnection): void {
  const { signal, setState } = connection
  import('../live.ts')
    .then(({ live }) => live.connectStore(context, connection))
    .catch(() => {
      if (signal.aborted) return
      setState({ status: 'error', code: 'network' })
      context.clock.after(retryMs, () => signal.aborted || loadConnection(context, connection))
    })
}

const retryMs = 5000
