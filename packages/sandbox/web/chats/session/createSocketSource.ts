import { io, type Socket } from 'socket.io-client'
import type { ServerEvents, WindowEvents, WindowResponse } from '../../../src/chats/events.ts'
import { changeableMs } from '../../../src/messengers/channels/messageChanges.ts'
import { largestFileBytes } from '../../ui/message/toUpload.ts'
import type { ChatsEvent, ChatsSource, Outcome } from './chatsSource.ts'
import type { ChatKey, Deal, Message, MessagePage, SearchResult, Template } from './conversation.ts'

type WindowSocket = Socket<ServerEvents, WindowEvents>
type TimedSocket = ReturnType<WindowSocket['timeout']>

const ackTimeoutMs = 10_000

/** Connects the page to the sandbox over Socket.IO, with the token of a link. */
export function createSocketSource(token: string): ChatsSource {
  const socket: WindowSocket = io('/chats', {
    auth: { token },
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelayMax: 5_000,
    autoConnect: false,
  })
  const request = <Result>(send: (timed: TimedSocket) => Promise<WindowResponse<Result>>): Promise<Outcome<Result>> =>
    sendRequest(socket, send)
  return {
    subscribe: (listener) => subscribe(socket, listener),
    fetchMessages: (page) => request<MessagePage>((timed) => timed.emitWithAck('messages', page)),
    searchMessages: (query) => request<SearchResult>((timed) => timed.emitWithAck('search', { query })),
    fetchTemplates: (chat) => request<Template[]>((timed) => timed.emitWithAck('templates', toChatKey(chat))),
    fetchDeals: (chat) => request<Deal[]>((timed) => timed.emitWithAck('deals', toChatKey(chat))),
    createDeal: (chat) => request<null>((timed) => timed.emitWithAck('createDeal', toChatKey(chat))),
    sendMessage: (message) => request<Message>((timed) => timed.emitWithAck('send', message)),
    editMessage: (change) => request<Message>((timed) => timed.emitWithAck('edit', change)),
    deleteMessage: (message) => request<Message>((timed) => timed.emitWithAck('remove', message)),
    markNoReplyNeeded: (chat) => request<null>((timed) => timed.emitWithAck('noReply', toChatKey(chat))),
    changeableMs,
    largestFileBytes,
  }
}

/** Callers may pass a whole chat, whose other fields the server does not need. */
function toChatKey({ chatType, chatId }: ChatKey): ChatKey {
  return { chatType, chatId }
}

/** Sends a request. A broken connection and a timeout are reported as failures too. */
async function sendRequest<Result>(
  socket: WindowSocket,
  send: (timed: TimedSocket) => Promise<WindowResponse<Result>>,
): Promise<Outcome<Result>> {
  if (!socket.connected) return { ok: false, error: { message: 'You are offline.' } }
  try {
    return await send(socket.timeout(ackTimeoutMs))
  } catch {
    return { ok: false, error: { message: 'The server did not respond.' } } // The connection broke or timed out.
  }
}

function subscribe(socket: WindowSocket, listener: (event: ChatsEvent) => void): () => void {
  let hasEnded = false
  const end = (reason: 'expired' | 'invalid'): void => {
    hasEnded = true
    listener({ type: 'ended', reason })
    socket.disconnect()
  }
  socket.on('expired', () => end('expired'))
  socket.on('connect_error', (error: Error & { data?: { code?: unknown } }) => {
    const code = error.data?.code
    if (code === 'LINK_EXPIRED') end('expired')
    else if (code === 'LINK_INVALID') end('invalid')
    else listener({ type: 'lost' })
  })
  socket.on('disconnect', (reason) => {
    if (hasEnded) return
    listener({ type: 'lost' })
    if (reason === 'io server disconnect') socket.connect() // Socket.IO does not reconnect after this by itself.
  })
  forwardChanges(socket, listener)
  socket.connect()
  return () => {
    hasEnded = true
    socket.off()
    socket.disconnect()
  }
}

/** Forwards the server's events, and drops malformed ones that would break the page. */
function forwardChanges(socket: WindowSocket, listener: (event: ChatsEvent) => void): void {
  socket.on('opened', (opened) => hasLists(opened) && listener({ type: 'opened', opened }))
  socket.on('chats', (chats) => isList(chats) && listener({ type: 'chats', chats }))
  socket.on('chat', (chat) => isOfChat(chat) && listener({ type: 'chat', chat }))
  socket.on('channels', (channels) => isList(channels) && listener({ type: 'channels', channels }))
  socket.on('message', (message) => isOfChat(message) && listener({ type: 'message', message }))
  socket.on('status', (change) => isOfChat(change) && listener({ type: 'status', change }))
}

function isOfChat(value: unknown): boolean {
  return isRecord(value) && typeof value.chatType === 'string' && typeof value.chatId === 'string'
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isRecord)
}

function hasLists(value: unknown): boolean {
  return isRecord(value) && isList(value.chats) && isList(value.channels)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
