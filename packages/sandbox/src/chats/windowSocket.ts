import type { DefaultEventsMap, Namespace, Socket } from 'socket.io'
import type { Account } from '../server/account.ts'
import type { ChatsWindow } from '../server/links.ts'
import type { ServerEvents, WindowEvents } from './events.ts'

/** Data of an open window, from its link. */
export interface WindowData {
  /** Account of the link. */
  account: Account
  window: ChatsWindow
  /** Unix time in milliseconds. */
  expiresAt: number
}

/** The namespace of the chats page. */
export type WindowNamespace = Namespace<WindowEvents, ServerEvents, DefaultEventsMap, WindowData>
/** One open window. */
export type WindowSocket = Socket<WindowEvents, ServerEvents, DefaultEventsMap, WindowData>
