import type { Change } from '../store/changes.ts'
import { listChannels } from '../store/entities/channels.ts'
import { ensureChats, getChat, listChats } from '../store/entities/chats.ts'
import { getMessage } from '../store/entities/messages.ts'
import type { Store } from '../store/store.ts'
import { asksForDeals } from './asksForDeals.ts'
import { emitToWindow } from './emitToWindow.ts'
import type { WindowChannel } from './events.ts'
import { toScope, toWindowChannel, toWindowChat, toWindowMessage } from './windowData.ts'
import type { WindowSocket } from './windowSocket.ts'

/** Gives a window all it shows. The missing chats of a card are made first. */
export async function openWindow({ store, socket }: { store: Store; socket: WindowSocket }): Promise<void> {
  const { window } = socket.data
  if (window.scope.kind === 'card') await ensureChats(store, window.scope.chats)
  const chats = await listChats(store.database, toScope(window))
  const value = {
    user: window.user,
    scope: window.scope.kind,
    chats: chats.map(toWindowChat),
    activeChat: window.activeChat ?? null,
    dealsEvents: window.dealsEvents ?? false,
    messagesEvents: window.messagesEvents ?? false,
    dealsWebhooks: await asksForDeals(store),
    channels: await readChannels(store),
    now: store.clock.now(),
  }
  emitToWindow(socket, { event: 'opened', value })
}

/** Tells a window of a change, as far as it concerns the dialogues it may show. */
export async function updateWindow({
  store,
  socket,
  change,
}: {
  store: Store
  socket: WindowSocket
  change: Change
}): Promise<void> {
  const scope = toScope(socket.data.window)
  const find = (chat: Parameters<typeof getChat>[1]['chat']) => getChat(store.database, { chat, scope })
  switch (change.kind) {
    case 'reset':
      return openWindow({ store, socket })
    case 'contacts':
      emitToWindow(socket, { event: 'chats', value: (await listChats(store.database, scope)).map(toWindowChat) })
      return
    case 'chats':
      for (const chat of change.chats) {
        const summary = await find(chat)
        if (summary) emitToWindow(socket, { event: 'chat', value: toWindowChat(summary) })
      }
      return
    case 'channel':
      emitToWindow(socket, { event: 'channels', value: await readChannels(store) })
      return
    case 'message':
    case 'edited':
    case 'deleted': {
      const summary = await find(change.message)
      if (!summary) return
      emitToWindow(socket, { event: 'message', value: toWindowMessage(change.message) })
      emitToWindow(socket, { event: 'chat', value: toWindowChat(summary) })
      return
    }
    case 'status': {
      const summary = await find(change.chat)
      if (!summary) return
      const value = { ...change.chat, messageIds: change.messageIds, status: change.status }
      emitToWindow(socket, { event: 'status', value })
      if (change.status === 'failed') await sendFailedMessages({ store, socket, messageIds: change.messageIds })
      emitToWindow(socket, { event: 'chat', value: toWindowChat(summary) })
    }
  }
}

async function readChannels({ database }: Store): Promise<WindowChannel[]> {
  return (await listChannels(database)).map(toWindowChannel)
}

/** Reasons for failures are sent with the messages themselves. */
async function sendFailedMessages({
  store,
  socket,
  messageIds,
}: {
  store: Store
  socket: WindowSocket
  messageIds: string[]
}): Promise<void> {
  for (const messageId of messageIds) {
    const message = await getMessage(store.database, messageId)
    if (message) emitToWindow(socket, { event: 'message', value: toWindowMessage(message) })
  }
}
