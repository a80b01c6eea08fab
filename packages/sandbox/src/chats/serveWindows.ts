import type { Accounts } from '../server/account.ts'
import { LinkError } from '../server/links.ts'
import { followSocket } from '../server/sockets/followSocket.ts'
import { createQueue } from '../store/createQueue.ts'
import { answerCreateDeal, answerDeals } from './answerDeals.ts'
import { answerMessages } from './answerMessages.ts'
import { answerNoReply } from './answerNoReply.ts'
import { answerSearch } from './answerSearch.ts'
import { answerSend } from './answerSend.ts'
import { answerTemplates } from './answerTemplates.ts'
import { answerEdit, answerRemove } from './changeMessages.ts'
import { openWindow, updateWindow } from './updateWindow.ts'
import type { WindowRequest } from './windowRequest.ts'
import type { WindowNamespace, WindowSocket } from './windowSocket.ts'

/**
 * Serves the chats page's namespace. A window is what its link says: nothing it sends can change its user or widen its
 * scope, and it is closed when the link ends.
 * @returns a function that ends it.
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
  const queue = createQueue() // A window learns of things in the order in which they happened.
  const unsubscribe = accounts.subscribe((change, account) => {
    void queue.add(async () => {
      for (const socket of namespace.sockets.values()) {
        if (socket.data.account === account) await updateWindow({ store: account.store, socket, change })
      }
    })
  })
  namespace.use((socket, next) => {
    readLink({ socket, accounts }).then(() => next(), next)
  })
  namespace.on('connection', (socket) => {
    const { account, window } = socket.data
    const { store } = account
    followSocket({ socket, account, operation: 'chats.watchWindow', userId: window.user.id })
    socket.on(
      'disconnect',
      account.clock.schedule(socket.data.expiresAt, () => expire(socket)),
    )
    const toRequest = (data: unknown): WindowRequest => ({ store, session: socket.data, data, origin })
    socket.on('messages', (data, reply) => {
      void queue.add(async () => toReply(reply)(await answerMessages(toRequest(data))))
    })
    socket.on('search', async (data, reply) => toReply(reply)(await answerSearch(toRequest(data))))
    socket.on('send', async (data, reply) => toReply(reply)(await answerSend(toRequest(data))))
    socket.on('noReply', async (data, reply) => toReply(reply)(await answerNoReply(toRequest(data))))
    socket.on('deals', async (data, reply) => toReply(reply)(await answerDeals(toRequest(data))))
    socket.on('createDeal', async (data, reply) => toReply(reply)(await answerCreateDeal(toRequest(data))))
    socket.on('templates', async (data, reply) => toReply(reply)(await answerTemplates(toRequest(data))))
    socket.on('edit', async (data, reply) => toReply(reply)(await answerEdit(toRequest(data))))
    socket.on('remove', async (data, reply) => toReply(reply)(await answerRemove(toRequest(data))))
    void queue.add(() => openWindow({ store, socket }))
  })
  return () => {
    unsubscribe()
    return queue.close()
  }
}

async function readLink({ socket, accounts }: { socket: WindowSocket; accounts: Accounts }): Promise<void> {
  try {
    const { token } = socket.handshake.auth
    socket.data = await accounts.readLink(typeof token === 'string' ? token : '')
  } catch (error) {
    throw error instanceof LinkError ? Object.assign(error, { data: { code: error.code } }) : error
  }
}

function expire(socket: WindowSocket): void {
  socket.emit('expired')
  socket.disconnect(true)
}

/** The window's callback, which may be anything. */
function toReply<Answer>(reply: unknown): (answer: Answer) => void {
  return typeof reply === 'function' ? (answer) => reply(answer) : () => undefined
}
