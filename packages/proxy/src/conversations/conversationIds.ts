import type { Chat } from '@crm-chat/protocol'

/** A chat whose messenger may be newer than this package. */
export interface ChatKey {
  chatType: string
  chatId: string
}

/** Returns the id of a chat's conversation, where the vendor has none of its own: `<chatType>~<chatId>`, percent-encoded. */
export function toConversationId({ chatType, chatId }: ChatKey): string {
  return `${encodeURIComponent(chatType).replaceAll('~', '%7E')}~${encodeURIComponent(chatId)}`
}

/** Returns the chat of such an id; undefined for any other text. */
export function parseConversationId(conversationId: string): Chat | undefined {
  const [, chatType, chatId] = /^([^~]+)~(.+)$/s.exec(conversationId) ?? []
  if (chatType === undefined || chatId === undefined) return undefined
  try {
    // The vendor's word: whoever asks the CRM about the chat gets its decision.
    return { chatType: decodeURIComponent(chatType) as Chat['chatType'], chatId: decodeURIComponent(chatId) }
  } catch {
    return undefined // Percent signs that encode nothing.
  }
}
