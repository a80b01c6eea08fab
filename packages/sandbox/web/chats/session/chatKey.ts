import type { ChatKey } from '../../../src/chats/events.ts'

/** A chat's name as one string, to look things up by. */
export function toKey({ chatType, chatId }: ChatKey): string {
  return `${chatType}:${chatId}`
}
