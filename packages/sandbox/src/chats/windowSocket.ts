import type { DefaultEventsMap, Namespace, Socket } from 'socket.io'
import type { Account } from '../server/account.ts'
import { type AnySocket, sendToSocket } from '../server/faults/sendToSocket.ts'
import type { ChatsWindow } from '../server/links.ts'
import type { ServerEvents, WindowEvents } from './events.ts'

/** Data of an open window, from its link. */
export interface WindowData {
  /** Account of the link. */
  account: Account
  window: ChatsWindow
  /** Unix time in milliseconds. */
  expiresAt: number
  emitter: AnySocket
}

/** The namespace of the chats page. */
export type WindowNamespace = Namespace<WindowEvents, ServerEvents, DefaultEventsMap, WindowData>
/** One open window. */
export type WindowSocket = Socket<WindowEvents, ServerEvents, DefaultEventsMap, WindowData>

type DataEvents = Omit<ServerEvents, 'expired'>
/** An event with the data that a window shows. */
export type WindowEvent = {
  [Event in keyof DataEvents]: { event: Event; value: Parameters<DataEvents[Event]>[0] }
}[keyof DataEvents]

/** Sends an event to a window, unless a fault rule of the account applies. */
export function emitToWindow(socket: WindowSocket, { event, value }: WindowEvent): void {
  const { account, window, emitter } = socket.data
  sendToSocket({
    socket: emitter,
    account,
    operation: 'chats.watchWindow',
    event,
    value,
    data: { userId: window.user.id },
  })
}
