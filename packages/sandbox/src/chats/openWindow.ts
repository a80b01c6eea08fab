import type { ChatsWindow } from '../server/links.ts'
import { listAllEndpoints } from '../server/webhooks/endpoints.ts'
import { listChannels } from '../store/entities/channels.ts'
import { ensureChats, listChats } from '../store/entities/chats.ts'
import type { Store } from '../store/store.ts'
import type { OpenedWindow, WindowChannel } from './events.ts'
import { toScope, toWindowChannel, toWindowChat } from './windowData.ts'
import { emitToWindow, type WindowSocket } from './windowSocket.ts'

/** Sends a window everything that it shows. Creates the missing chats of a card first. */
export async function openWindow(socket: WindowSocket): Promise<void> {
  const { account, window } = socket.data
  if (window.scope.kind === 'card') await ensureChats(account.store, window.scope.chats)
  emitToWindow(socket, { event: 'opened', value: await readOpenedWindow(account.store, window) })
}

/** The company's channels, as windows show them. */
export async function readChannels({ database }: Store): Promise<WindowChannel[]> {
  return (await listChannels(database)).map(toWindowChannel)
}

async function readOpenedWindow(store: Store, window: ChatsWindow): Promise<OpenedWindow> {
  const chats = await listChats(store.database, toScope(window))
  return {
    user: window.user,
    scope: window.scope.kind,
    chats: chats.map(toWindowChat),
    activeChat: window.activeChat ?? null,
    dealsEvents: window.dealsEvents ?? false,
    messagesEvents: window.messagesEvents ?? false,
    dealsWebhooks: await hasDealsWebhook(store),
    channels: await readChannels(store),
    now: store.clock.now(),
  }
}

/** True if an endpoint is subscribed to the webhooks that request deals. */
async function hasDealsWebhook(store: Store): Promise<boolean> {
  const endpoints = await listAllEndpoints(store)
  return endpoints.some(({ events }) => events.some((event) => dealEvents.includes(event)))
}

const dealEvents = ['contactsAndDealsCreation', 'crm_entities.deal_add']
