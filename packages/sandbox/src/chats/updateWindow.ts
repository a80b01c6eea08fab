import type { Change } from '../store/changes.ts'
import type { Chat } from '../store/chatTypes.ts'
import { type ChatScope, getChat, listChats } from '../store/entities/chats.ts'
import { getMessage } from '../store/entities/messages.ts'
import type { Message } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { openWindow, readChannels } from './openWindow.ts'
import { toScope, toWindowChat, toWindowMessage } from './windowData.ts'
import { emitToWindow, type WindowEvent, type WindowSocket } from './windowSocket.ts'

/** Sends a window the events that a change causes in it. Chats beyond its scope cause none. */
export async function updateWindow(socket: WindowSocket, change: Change): Promise<void> {
  if (change.kind === 'reset') return openWindow(socket)
  const { account, window } = socket.data
  const toEvents = events[change.kind] as ToEvents<Change> | undefined // TypeScript does not pair the kind with the change.
  const caused = await toEvents?.({ store: account.store, scope: toScope(window), change })
  for (const event of caused ?? []) emitToWindow(socket, event)
}

type ToEvents<Caused extends Change> = (parameters: {
  store: Store
  scope: ChatScope
  change: Caused
}) => Promise<WindowEvent[]>

/**
 * Events by the change that causes them, in the order in which they are sent. A reset opens the window again.
 *
 * | change                   | events                               |
 * | ------------------------ | ------------------------------------ |
 * | contacts                 | chats                                |
 * | chats                    | chat, for each of them               |
 * | channel                  | channels                             |
 * | message, edited, deleted | message, chat                        |
 * | status                   | status, message if it failed, chat   |
 */
const events: { [Kind in Change['kind']]?: ToEvents<Extract<Change, { kind: Kind }>> } = {
  contacts: async ({ store, scope }) => [
    { event: 'chats', value: (await listChats(store.database, scope)).map(toWindowChat) },
  ],
  chats: async ({ store, scope, change }) => {
    const caused: WindowEvent[] = []
    for (const chat of change.chats) caused.push(...(await toChatEvent({ store, scope, chat })))
    return caused
  },
  channel: async ({ store }) => [{ event: 'channels', value: await readChannels(store) }],
  message: toMessageEvents,
  edited: toMessageEvents,
  deleted: toMessageEvents,
  status: async ({ store, scope, change: { chat, messageIds, status } }) => {
    const updated = await toChatEvent({ store, scope, chat })
    if (updated.length === 0) return []
    const failed = status === 'failed' ? await readMessages(store, messageIds) : []
    return [{ event: 'status', value: { ...chat, messageIds, status } }, ...failed.map(toMessageEvent), ...updated]
  },
}

async function toMessageEvents({
  store,
  scope,
  change: { message },
}: {
  store: Store
  scope: ChatScope
  change: { message: Message }
}): Promise<WindowEvent[]> {
  const updated = await toChatEvent({ store, scope, chat: message })
  return updated.length === 0 ? [] : [toMessageEvent(message), ...updated]
}

function toMessageEvent(message: Message): WindowEvent {
  return { event: 'message', value: toWindowMessage(message) }
}

/** @returns an empty list for a chat beyond the scope */
async function toChatEvent({
  store,
  scope,
  chat,
}: {
  store: Store
  scope: ChatScope
  chat: Chat
}): Promise<WindowEvent[]> {
  const summary = await getChat(store.database, { chat, scope })
  return summary ? [{ event: 'chat', value: toWindowChat(summary) }] : []
}

/** A failed message is sent as a whole, with the reason for its failure. */
async function readMessages({ database }: Store, messageIds: string[]): Promise<Message[]> {
  const messages: Message[] = []
  for (const messageId of messageIds) {
    const message = await getMessage(database, messageId)
    if (message) messages.push(message)
  }
  return messages
}
