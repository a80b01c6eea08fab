import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import { type ChatKey, toConversationId } from '../conversations/conversationIds.ts'
import { createRecent } from '../limits/createRecent.ts'
import type { SharedChats } from '../processes/sharedState.ts'

/** Finds the chat of an event, also where it names only a message. */
export interface ChatIndex {
  /** Notes the chats of messages, and asks other processes for those that they know. */
  learn: (events: readonly ChatEvent[]) => Promise<void>
  /** Returns the chat of an event about a chat or one of the latest messages. */
  chatOf: (event: ChatEvent) => ChatKey | undefined
  /** Names the chat of an event, or whatever else its order belongs to. */
  laneOf: (event: ChatEvent) => string
}

/** Messages whose chat is remembered. */
const maxMessages = 50_000

/** Makes a {@link ChatIndex}. */
export function createChatIndex({ shared }: { shared?: SharedChats | undefined } = {}): ChatIndex {
  const chats = createRecent<ChatKey>({ max: maxMessages })

  function chatOf(event: ChatEvent): ChatKey | undefined {
    if (event.kind === 'message') {
      chats.set(event.message.id, event.message.chat)
      return event.message.chat
    }
    return 'messageId' in event ? chats.get(event.messageId) : undefined
  }

  async function learn(events: readonly ChatEvent[]): Promise<void> {
    if (!shared) return
    const named = new Map(
      events.flatMap((event) => (event.kind === 'message' ? [[event.message.id, event.message.chat] as const] : [])),
    )
    const unnamed = events.flatMap((event) =>
      'messageId' in event && !named.has(event.messageId) && !chatOf(event) ? [event.messageId] : [],
    )
    if (named.size > 0) await shared.remember(named)
    for (const [id, chat] of unnamed.length > 0 ? await shared.find(unnamed) : []) chats.set(id, chat)
  }

  return {
    learn,
    chatOf,
    laneOf: (event) => {
      const chat = chatOf(event)
      if (chat) return toConversationId(chat)
      if ('messageId' in event) return `message ${event.messageId}`
      return event.kind === 'channel' ? `channel ${event.channel.channelId}` : event.kind
    },
  }
}
