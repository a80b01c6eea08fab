import type { Chat } from '@crm-chat/protocol'

/** Path of a chat's conversation at the proxy, by `<chatType>~<chatId>`. */
export function toConversationPath({ chatType, chatId }: Pick<Chat, 'chatType' | 'chatId'>): string {
  const conversationId = `${encodeURIComponent(chatType).replaceAll('~', '%7E')}~${encodeURIComponent(chatId)}`
  return `conversations/${encodeURIComponent(conversationId)}`
}
