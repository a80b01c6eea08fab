import type { ClientContext } from '../clientContext.ts'
import { toHttp } from '../http/toHttp.ts'
import { createUserGuard } from '../session/createUserGuard.ts'
import { canFindTabs, connectOnce } from '../tabs/connectOnce.ts'
import { createDefaultTransport } from '../transports/createDefaultTransport.ts'
import type { Transport } from '../transports/transport.ts'
import { applyEvents } from './applyEvents.ts'
import type { Connect } from './connection.ts'
import type { StoreConnection } from './createUnansweredStore.ts'
import { keepConnected } from './keepConnected.ts'

/**
 * Loads whatever a client's counter needs here. Returns a function that connects a store until its signal aborts: alone, or
 * together with the other tabs of the browser.
 */
export async function prepareConnection(context: ClientContext): Promise<(connection: StoreConnection) => void> {
  const { options, endpoint, clock } = context
  const http = toHttp(context)
  const { isOwn: isOwnUser } = createUserGuard(options.onUserChange, context.users)
  const connectWith =
    (transport: Transport): Connect =>
    (events) =>
      keepConnected({ http, transport, retryDelayMs: context.retryDelayMs, isOwnUser, pause: context, ...events })
  const connect = await share(connectWith(options.transport ?? createDefaultTransport(context)))
  return (connection) => {
    const { signal } = connection
    if (!signal.aborted) void connect({ signal, onEvent: applyEvents(connection) })
  }

  async function share(connect: Connect): Promise<Connect> {
    if (options.shareConnection === false || typeof document === 'undefined') return connect
    if (canFindTabs()) {
      const readUser = async (): Promise<string> => {
        const { user } = await (await import('../operations.ts')).operations.readSessionOnce(context)
        if (isOwnUser(user.id)) return user.id
        throw new Error('The session is of another user than this page.')
      }
      return connectOnce({ endpoint, clock, connect, readUser })
    }
    const { slowTransport, takeTurns } = (await import('../seldom.ts')).seldom
    return takeTurns({ endpoint, clock, connect, connectSlowly: connectWith(slowTransport) })
  }
}
