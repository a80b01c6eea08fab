import type { ClientContext } from '../clientContext.ts'
import { toHttp } from '../http/toHttp.ts'
import { createUserGuard } from '../session/createUserGuard.ts'
import { canFindTabs, connectOnce } from '../tabs/connectOnce.ts'
import { createDefaultTransport } from '../transports/createDefaultTransport.ts'
import type { Transport } from '../transports/transport.ts'
import { applyEvents } from './applyEvents.ts'
import type { Connect } from './connection.ts'
import type { StoreConnection } from './createCounterKeeper.ts'
import { fullJitterMs } from './fullJitterMs.ts'
import { keepConnected } from './keepConnected.ts'

/**
 * Connects a store until its signal aborts: alone, or together with the other tabs of the browser. Rejects where a part of the
 * client for that does not load.
 */
export async function connectStore(context: ClientContext, connection: StoreConnection): Promise<void> {
  const { options, endpoint, clock, users } = context
  const { retryDelayMs = fullJitterMs } = options
  const { signal } = connection
  const http = toHttp(context)
  const { isOwn: isOwnUser } = createUserGuard(options.onUserChange, users)
  const connectWith =
    (transport: Transport): Connect =>
    (events) =>
      keepConnected({ http, transport, retryDelayMs, isOwnUser, pause: context, ...events })
  const readUser = async (): Promise<string> => {
    const { user } = await (await import('../operations.ts')).operations.readSessionOnce(context)
    if (isOwnUser(user.id)) return user.id
    throw new Error('The session is of another user than this page.')
  }
  let connect = connectWith(options.transport ?? createDefaultTransport(context))
  if (options.shareConnection !== false && typeof document === 'object') {
    if (canFindTabs()) connect = connectOnce({ endpoint, clock, connect, readUser })
    else {
      const { slowTransport, takeTurns } = (await import('../seldom.ts')).seldom
      connect = takeTurns({ endpoint, clock, connect, connectSlowly: connectWith(slowTransport) })
    }
  }
  if (!signal.aborted) await connect({ signal, onEvent: applyEvents(connection, context.events.setState) })
}
