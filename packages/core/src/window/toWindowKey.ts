import type { Chat, WindowRequest } from '@crm-chat/protocol'

/**
 * Returns the identity of a chat window: its scope, its chats in any order, and its active chat. A chat's name is no part of
 * it, so a renamed contact keeps its window. Takes values of any shape: the request itself is checked when it is sent.
 */
export function toWindowKey(request: WindowRequest): string {
  const { scope, chats, activeChat }: { scope: string; chats?: unknown; activeChat?: Chat | undefined } = request
  const ids = Array.isArray(chats) ? [...new Set(chats.map(toId))].sort() : chats
  return JSON.stringify([scope, ids, activeChat && toId(activeChat)])
}

/** Returns true for a card without chats: there is nothing to request. */
export function isEmptyCard(request: WindowRequest): boolean {
  const { scope, chats }: { scope: string; chats?: unknown } = request
  return scope === 'card' && Array.isArray(chats) && chats.length === 0
}

function toId(chat: Partial<Chat> | undefined): string {
  return JSON.stringify([chat?.chatType, chat?.chatId])
}
