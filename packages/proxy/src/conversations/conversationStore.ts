import type { Chat, ConversationPage } from '@crm-chat/protocol'
import type { MessageUpdate, StoredMessage } from './messageUpdate.ts'

/** Effect of an update. */
export interface AppendResult {
  /** `known` where nothing changed; `added` once, when the message itself has come; `changed` for everything else. */
  change: 'added' | 'changed' | 'known'
  /** The message as it is now; absent until it has come itself. */
  message?: StoredMessage
}

/** Messages of all chats, for vendors that keep no history. Every method may reject; nothing is acknowledged then. */
export interface ConversationStore {
  /**
   * Adds what happened to a message: it came, was edited or deleted, got further, or somebody reacted. The end is the same
   * in any order and however often each update comes: a status never goes back, a late message takes its place by the
   * vendor's time, and an update that comes before its message waits for it. A status with a `requestId` says that the
   * message of that id is the one of `messageId`: from then on both ids name it, and it has the latter. Two
   * messages of different chats stay two, and an id that was given up gets nothing: the status is the only change then.
   */
  append: (update: MessageUpdate) => Promise<AppendResult>
  /**
   * Reads the messages before a cursor of an earlier page, or the newest ones, oldest first.
   * @throws {OperationError} `invalid_request` for an invalid cursor.
   */
  page: (parameters: {
    conversationId: string
    before?: string | undefined
    limit: number
  }) => Promise<ConversationPage>
  /**
   * Reads the messages from a time on, oldest first, Unix time in milliseconds. `before` is the cursor of the page before. Without
   * it, a page reads back to find a date.
   */
  pageFrom?: (parameters: { conversationId: string; from: number; limit: number }) => Promise<ConversationPage>
  find: (messageId: string) => Promise<StoredMessage | undefined>
  /** Returns the vendor's address of a file, for the server only, and its message, by which the CRM decides who may see it. */
  findMedia: (mediaId: string) => Promise<{ url: string; message: StoredMessage } | undefined>
  /** Marks everything up to a message as read by this user. It never goes back; an unknown message changes nothing. */
  markRead: (parameters: { conversationId: string; messageId: string; userId: string }) => Promise<void>
  /** Returns the last message that this user has read. */
  lastRead: (parameters: { conversationId: string; userId: string }) => Promise<string | undefined>
  /** Finds messages by a part of their text, in upper or lower case, newest first. */
  search: (parameters: {
    text: string
    conversationIds?: string[] | undefined
    limit: number
  }) => Promise<StoredMessage[]>
  /** Deletes every message of these chats, e.g. at a customer's request. */
  deleteContact: (parameters: { chats: Chat[] }) => Promise<void>
}
