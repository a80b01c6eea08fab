import type { StoreApi } from 'zustand/vanilla'
import type { ChatsState } from './chatsState.ts'
import type { WindowSocket } from './windowSocket.ts'

/** Keeps the state of the connection in the store, and ends it when the link is of no more use. */
export function followConnection({ store, socket }: { store: StoreApi<ChatsState>; socket: WindowSocket }): void {
  const end = (reason: 'expired' | 'invalid'): void => {
    store.setState({ connection: { status: 'ended', reason } })
    socket.disconnect()
  }
  socket.on('expired', () => end('expired'))
  socket.on('connect_error', (error: Error & { data?: { code?: unknown } }) => {
    const code = error.data?.code
    if (code === 'LINK_EXPIRED') end('expired')
    else if (code === 'LINK_INVALID') end('invalid')
    else store.setState({ connection: { status: 'lost' } })
  })
  socket.on('disconnect', (reason) => {
    if (store.getState().connection.status === 'ended') return
    store.setState({ connection: { status: 'lost' } })
    if (reason === 'io server disconnect') socket.connect() // From this Socket.IO does not come back by itself.
  })
}
