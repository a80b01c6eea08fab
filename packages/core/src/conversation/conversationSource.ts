import type { Keyboard } from '@crm-chat/protocol'
import type { ConversationMessage, DeliveryStatus } from './conversationMessage.ts'
import type { ConversationTemplate } from './conversationTemplate.ts'

/**
 * One conversation, wherever it is kept: the proxy of a CRM, a socket, a list in a test. It supplies messages and carries out
 * the user's changes. Things that not every vendor can do are optional, and {@link Allowed} says which there are at present.
 */
export interface ConversationSource {
  /** Name of this conversation among all that a user sees, for drafts: they are kept under it and the user's id. */
  key: string
  /**
   * Connects, and reports changes: `live` first, and again after each reconnection.
   * @returns a function that disconnects.
   */
  subscribe: (listener: (event: ConversationEvent) => void) => () => void
  fetchPage: (request: PageRequest) => Promise<Outcome<MessagePage>>
  /** Sending the same `clientMessageId` again must deliver the message once at most, unless an outcome is `unconfirmed`. */
  send?: ((message: NewMessage) => Promise<Outcome<SentMessage>>) | undefined
  /** Replaces the text of a message, or its file or its caption. */
  edit?: ((request: MessageEdit) => Promise<Outcome<SentMessage>>) | undefined
  /** Deletes a message for everyone. */
  remove?: ((message: ConversationMessage) => Promise<Outcome<SentMessage>>) | undefined
  /** Reacts to a message; `null` takes the reaction back. */
  react?: ((request: { message: ConversationMessage; emoji: string | null }) => Promise<Outcome<null>>) | undefined
  /** Presses a button, where the user is the one that it was sent to. */
  press?: ((request: { message: ConversationMessage; text: string }) => Promise<Outcome<null>>) | undefined
  /** Reports the latest message that the user has seen. */
  read?: ((message: ConversationMessage) => Promise<Outcome<null>>) | undefined
  /** Lists the templates that can be sent. */
  fetchTemplates?: (() => Promise<Outcome<readonly ConversationTemplate[]>>) | undefined
  /** Finds messages that contain a text, latest first. */
  search?: ((text: string) => Promise<Outcome<FoundMessages>>) | undefined
}

/** Outcome of a request: its result, or a reason to show the user. */
export type Outcome<Result> = { ok: true; result: Result } | { ok: false; error: ConversationFailure }

/** Reason why a request failed. */
export interface ConversationFailure {
  /** A sentence for people, in English unless the source has another language. */
  message: string
  /** Code of the reason, for words of your own. */
  code?: string | undefined
  /** The messenger service's reason, in a sentence of its own, in English. */
  detail?: string | undefined
  /** True if nobody knows whether it was carried out: it is not repeated unless the user says so. */
  unconfirmed?: boolean | undefined
  /** True if the same id would have the same outcome for good. */
  isFinal?: boolean | undefined
}

/** An event of a source. */
export type ConversationEvent =
  /** Connected: messages may have changed meanwhile. */
  | { type: 'live' }
  /** Messages at the end may have changed without an event. */
  | { type: 'changed' }
  /** The connection broke; the source reconnects by itself. */
  | { type: 'lost' }
  /** No further events follow. */
  | { type: 'ended' }
  | { type: 'allowed'; allowed: Allowed }
  /** Number of the messages at the end that wait for a reply. */
  | { type: 'unanswered'; count: number }
  /** A new or changed message. */
  | { type: 'message'; message: ConversationMessage }
  | { type: 'status'; change: StatusChange }

/** A new status of sent messages. */
export interface StatusChange {
  messageIds: readonly string[]
  status: DeliveryStatus
  failure?: string | null | undefined
  explanation?: string | null | undefined
  /** Id in the response to a send, where the message itself got another one. */
  requestId?: string | undefined
}

/** Another text or file for a message. What is undefined stays. */
export interface MessageEdit {
  message: ConversationMessage
  text?: string | undefined
  file?: File | undefined
}

/** Page of a conversation to fetch: the latest messages, those before, after or around one, or from a time on. One at most is set. */
export interface PageRequest {
  before?: ConversationMessage | undefined
  after?: ConversationMessage | undefined
  around?: ConversationMessage | undefined
  /** Unix time in milliseconds. */
  from?: number | undefined
}

/** A page of a conversation, oldest message first. */
export interface MessagePage {
  messages: readonly ConversationMessage[]
  hasEarlier: boolean
  hasLater: boolean
  /** Time of the customer's last message in each channel, Unix milliseconds, where it is known without the messages. */
  heardAt?: Readonly<Record<string, number>> | undefined
}

/** Messages that match a search, latest first. */
export interface FoundMessages {
  messages: readonly ConversationMessage[]
  hasMore: boolean
}

/** A message to send: a text, a file with or without a caption, or a template. */
export interface NewMessage {
  clientMessageId: string
  text?: string | undefined
  file?: File | undefined
  /** `payloads` go to its buttons, in their order; an empty one stands for none. */
  template?: { id: string; values: readonly string[]; payloads?: readonly string[] | undefined } | undefined
  /** Buttons of a text. */
  keyboard?: Keyboard | undefined
  quotedMessageId?: string | undefined
  /** True leaves the chat in the number of unanswered messages. @default false */
  keepUnanswered?: boolean | undefined
  /** @default the source's choice */
  channelId?: string | undefined
}

/** A message that was sent or changed: itself, or its id, where it arrives as an event. */
export type SentMessage = { message: ConversationMessage } | { messageId: string }

/** Things that the user may do in a conversation. */
export interface Allowed {
  can: readonly ConversationAction[]
  /** Channels for replies, the preferred one first. Empty where the source chooses by itself. */
  channels: readonly ConversationChannel[]
  largestFileBytes: number
  /** Longest text, in characters. */
  longestText: number
  /** Longest text with a file, in characters; a longer one is a message of its own. @default longestText */
  longestCaption?: number | undefined
  /** The source's time minus this machine's. */
  clockOffsetMs: number
  /** True names the author of each message. @default false */
  isGroup?: boolean | undefined
  /** The user: a draft of another one in the same tab is not shown. */
  userId: string
}

/**
 * Something that not every source can do. `caption`: a text with a file, which is a message of its own otherwise. `jump`: fetching
 * the messages around one that is not loaded. `date`: those from a time on. `replace`:
 * another file for a message that was sent.
 */
export type ConversationAction =
  | 'send'
  | 'file'
  | 'caption'
  | 'template'
  | 'quote'
  | 'edit'
  | 'delete'
  | 'react'
  | 'press'
  | 'read'
  | 'search'
  | 'jump'
  | 'date'
  | 'replace'

/** Part of a sent message that can be changed: its text, its file's caption, or the whole message. */
export type MessageChange = 'text' | 'content' | 'delete'

/** One of the company's accounts in a messenger. */
export interface ConversationChannel {
  id: string
  /** Its number or name, and the kind of connection, e.g. `+79865784458 · WhatsApp`. */
  name: string
  /** Name of the messenger, e.g. `WhatsApp Business`. */
  messenger: string
  /** The vendor's word for the connection, e.g. `wapi`. */
  transport?: string | undefined
  /** Characters of the longest text, where it is not that of the source. */
  longestText?: number | undefined
  /** False for one that carries no messages at present. It is not to choose. */
  works: boolean
  /** False for one that reaches other chats only. It names the messages that went through it. */
  isFitting: boolean
  /** Changes that the messenger allows. */
  changes: readonly MessageChange[]
  /** Time after sending in which they are allowed. */
  changeableMs: number
  /** Time after the customer's last message in which replies are free; after it, templates only or nothing. */
  replyWindow?: { ms: number; afterwards: 'templates' | 'nothing' } | undefined
}
