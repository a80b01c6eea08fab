import type { Accounts } from '../server/account.ts'
import { fromSocketIo } from '../server/faults/sendToSocket.ts'
import { LinkError } from '../server/links.ts'
import { followSocket } from '../server/sockets/followSocket.ts'
import { createQueue } from '../store/createQueue.ts'
import { handleCreateDeal, handleDeals } from './deals.ts'
import type { WindowResponse } from './events.ts'
import { handleEdit, handleRemove } from './messageChanges.ts'
import { handleMessages, handleSearch } from './messages.ts'
import { openWindow } from './openWindow.ts'
import { handleNoReply, handleSend } from './replies.ts'
import { handleTemplates } from './templates.ts'
import { updateWindow } from './updateWindow.ts'
import type { WindowRequest } from './windowRequest.ts'
import type { WindowNamespace, WindowSocket } from './windowSocket.ts'

/**
 * Serves the chats page's namespace. A window's user and scope come from its link: none of its requests can change them,
 * and it is closed when the link expires.
 * @returns a function that ends it
 */
export function serveWindows({
  namespace,
  accounts,
  origin,
}: {
  namespace: WindowNamespace
  accounts: Accounts
  origin: () => string
}): () => Promise<void> {
  const queue = createQueue() // A window receives changes in the order in which they happened.
  const unsubscribe = accounts.subscribe((change, account) => {
    if (namespace.sockets.size === 0) return // A window reads the data once it has connected.
    void queue.add(async () => {
      for (const socket of namespace.sockets.values()) {
        if (socket.data.account === account) await updateWindow(socket, change)
      }
    })
  })
  namespace.use((socket, next) => {
    readLink({ socket, accounts }).then(() => next(), next)
  })
  namespace.on('connection', (socket) => {
    const { account, window, expiresAt } = socket.data
    followSocket({ socket, account, operation: 'chats.watchWindow', userId: window.user.id })
    socket.on(
      'disconnect',
      account.clock.schedule(expiresAt, () => expire(socket)),
    )
    const toListener = (handle: Handler) => async (data: unknown, acknowledge: unknown) => {
      const response = await handle({ store: account.store, session: socket.data, data, origin })
      if (typeof acknowledge === 'function') acknowledge(response) // A window may send anything in its place.
    }
    const sendMessages = toListener(handleMessages)
    socket.on('messages', (data, acknowledge) => void queue.add(() => sendMessages(data, acknowledge)))
    socket.on('search', toListener(handleSearch))
    socket.on('send', toListener(handleSend))
    socket.on('noReply', toListener(handleNoReply))
    socket.on('deals', toListener(handleDeals))
    socket.on('createDeal', toListener(handleCreateDeal))
    socket.on('templates', toListener(handleTemplates))
    socket.on('edit', toListener(handleEdit))
    socket.on('remove', toListener(handleRemove))
    void queue.add(() => openWindow(socket))
  })
  return () => {
    unsubscribe()
    return queue.close()
  }
}

type Handler = (request: WindowRequest) => Promise<WindowResponse<unknown>>

async function readLink({ socket, accounts }: { socket: WindowSocket; accounts: Accounts }): Promise<void> {
  try {
    const { token } = socket.handshake.auth
    const link = await accounts.readLink(typeof token === 'string' ? token : '')
    socket.data = { ...link, emitter: fromSocketIo(socket) }
  } catch (error) {
    throw error instanceof LinkError ? Object.assign(error, { data: { code: error.code } }) : error
  }
}

function expire(socket: WindowSocket): void {
  socket.emit('expired')
  socket.disconnect(true)
}
