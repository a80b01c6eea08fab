import type { DefaultEventsMap, Namespace, Socket } from 'socket.io'
import type { Account } from '../server/account.ts'
import type { ChatsWindow } from '../server/links.ts'
import type { ServerEvents, WindowEvents } from './events.ts'

/** What the server knows of an open window, from its link. */
export interface WindowData {
  /** Whose link it is. */
  account: Account
  window: ChatsWindow
  /** Unix time in milliseconds. */
  expiresAt: number
}

/** The namespace of the chats page. */
export type WindowNamespace = Namespace<WindowEvents, ServerEvents, DefaultEventsMap, WindowData>
/** One open window. */
export type WindowSocket = Socket<WindowEvents, ServerEvents, DefaultEventsMap, WindowData>
