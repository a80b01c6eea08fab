import type { ChatKey } from './conversation.ts'

/** Returns a chat's key as one string, for lookups. */
export function toKey({ chatType, chatId }: ChatKey): string {
  return `${chatType}:${chatId}`
}
