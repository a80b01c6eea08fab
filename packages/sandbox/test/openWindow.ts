import { io, type Socket } from 'socket.io-client'
import { expect, onTestFinished } from 'vitest'
import type { OpenedWindow, ServerEvents, WindowEvents } from '../src/chats/events.ts'
import type { Sandbox } from '../src/index.ts'
import { getLink, getToken } from './getLink.ts'

/** A chats window without a page: its socket, and the events it received. */
export interface TestWindow {
  socket: Socket<ServerEvents, WindowEvents>
  opened: OpenedWindow
  told: { [Event in keyof ServerEvents]: Parameters<ServerEvents[Event]>[0][] }
}

/** Opens a window, by default with all chats of user 7. */
export async function openWindow(sandbox: Sandbox, request: object = {}): Promise<TestWindow> {
  const socket = connectWithToken(sandbox, getToken(await getLink(sandbox, request)))
  const told: TestWindow['told'] = {
    opened: [],
    chats: [],
    chat: [],
    channels: [],
    message: [],
    status: [],
    expired: [],
  }
  socket.on('opened', (window) => told.opened.push(window))
  socket.on('chats', (chats) => told.chats.push(chats))
  socket.on('chat', (chat) => told.chat.push(chat))
  socket.on('channels', (channels) => told.channels.push(channels))
  socket.on('message', (message) => told.message.push(message))
  socket.on('status', (change) => told.status.push(change))
  socket.on('expired', () => told.expired.push(undefined))
  const opened = await expect
    .poll(() => told.opened[0])
    .toBeDefined()
    .then(() => told.opened[0])
  if (!opened) throw new Error('The window did not open.')
  return { socket, opened, told }
}

/** Connects like the page does. */
export function connectWithToken(sandbox: Sandbox, token: unknown): Socket<ServerEvents, WindowEvents> {
  const socket = io(`${sandbox.url}/chats`, { auth: { token }, forceNew: true, reconnection: false })
  onTestFinished(() => void socket.disconnect())
  return socket
}
