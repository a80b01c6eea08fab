import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import { type ChatKey, toConversationId } from '../conversations/conversationIds.ts'
import { createRecent } from '../limits/createRecent.ts'

/** Finds the chat of an event, also where it names only a message. */
export interface ChatIndex {
  /** Returns the chat of an event about a chat or one of the latest messages. */
  chatOf: (event: ChatEvent) => ChatKey | undefined
  /** Names the chat of an event, or whatever else its order belongs to. */
  laneOf: (event: ChatEvent) => string
}

/** Messages whose chat is remembered. */
const maxMessages = 50_000

/** Makes a {@link ChatIndex}. */
export function createChatIndex(): ChatIndex {
  const chats = createRecent<ChatKey>({ max: maxMessages })

  function chatOf(event: ChatEvent): ChatKey | undefined {
    if (event.kind === 'message') {
      chats.set(event.message.id, event.message.chat)
      return event.message.chat
    }
    return 'messageId' in event ? chats.get(event.messageId) : undefined
  }

  return {
    chatOf,
    laneOf: (event) => {
      const chat = chatOf(event)
      if (chat) return toConversationId(chat)
      if ('messageId' in event) return `message ${event.messageId}`
      return event.kind === 'channel' ? `channel ${event.channel.channelId}` : event.kind
    },
  }
}
