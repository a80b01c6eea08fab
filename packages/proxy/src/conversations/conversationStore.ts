import type { Chat, ConversationPage, Message, StatusChange } from '@crm-chat/protocol'

/** A message in the order in which the vendor reported it, in the form of the proxy's own contract. */
export interface StoredMessage extends Message {
  conversationId: string
}

/** Messages of all chats, for vendors that keep no history. Every method may reject; nothing is acknowledged then. */
export interface ConversationStore {
  /**
   * Adds a message, or replaces the one of the same id: an edited or deleted one keeps its place. Repeating it changes nothing.
   * @returns `known` where nothing changed.
   */
  append: (message: StoredMessage) => Promise<'added' | 'changed' | 'known'>
  /** Sets the status of a message, unless it has a later one. It may come before its message. @returns the message, if it is known. */
  setStatus: (change: StatusChange) => Promise<StoredMessage | undefined>
  /** Reads messages before a cursor of an earlier page, the newest without one. */
  page: (parameters: {
    conversationId: string
    before?: string | undefined
    limit: number
  }) => Promise<ConversationPage>
  find: (messageId: string) => Promise<StoredMessage | undefined>
  /** Marks everything up to a message as read by this user. */
  markRead: (parameters: { conversationId: string; messageId: string; userId: string }) => Promise<void>
  /** Finds messages by their text, newest first. */
  search: (parameters: {
    text: string
    conversationIds?: string[] | undefined
    limit: number
  }) => Promise<StoredMessage[]>
  /** Deletes every message of these chats, e.g. at a customer's request. */
  deleteContact: (parameters: { chats: Chat[] }) => Promise<void>
}
