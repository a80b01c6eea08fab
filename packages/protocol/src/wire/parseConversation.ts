import type { ConversationPage, SearchResult } from '../conversation.ts'
import type { MessageAccepted } from '../messages.ts'
import { readMessage } from './parseMessage.ts'
import { fields, listOf, nullable, text, toGuard } from './read.ts'

/** Reads a page of a conversation, as {@link conversationPageSchema} does; undefined for anything else. */
export const parseConversationPage: (data: unknown) => ConversationPage | undefined = toGuard(
  fields<ConversationPage>({ messages: listOf(readMessage), before: nullable(text) }),
)

/** Reads the messages that a search found, as {@link searchResultSchema} does; undefined for anything else. */
export const parseSearchResult: (data: unknown) => SearchResult | undefined = toGuard(
  fields<SearchResult>({ messages: listOf(readMessage) }),
)

/** Reads the response to a send, as {@link messageAcceptedSchema} does; undefined for anything else. */
export const parseMessageAccepted: (data: unknown) => MessageAccepted | undefined = toGuard(
  fields<MessageAccepted>({ messageId: text }),
)
