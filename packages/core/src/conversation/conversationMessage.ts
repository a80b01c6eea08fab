import type { MessageType, Open } from '@crm-chat/protocol'

/** A message of a conversation, whatever vendor it comes from. */
export interface ConversationMessage {
  id: string
  /** Place in the conversation: messages are sorted by it, and equal ones keep the order in which they came. */
  order: number
  /** Channel that it came in or went out through, where the source says so. */
  channelId: string | null
  direction: 'incoming' | 'outgoing'
  type: Open<MessageType>
  text: string | null
  file: ConversationFile | null
  /** Delivery of an outgoing message. `null` for an incoming one, and where the source does not say. */
  status: DeliveryStatus | null
  /** Reason for a failure: the vendor's code. */
  failure: string | null
  /** The same in a sentence, in English, where the source has one: a code that the words know comes first. */
  explanation: string | null
  /** Name of the colleague who sent it, or of the person who wrote in a group. */
  authorName: string | null
  quotedMessageId: string | null
  /** Id chosen by the sender, to recognize its own message. */
  clientMessageId: string | null
  /** Name of the template it was made from, and the texts above and below its own. */
  template: { name: string; header: string | null; footer: string | null } | null
  /** Buttons shown to the customer. */
  buttons: readonly MessageButton[] | null
  reactions: readonly Reaction[]
  /** Unix time in milliseconds. */
  sentAt: number
  isEdited: boolean
  /** A deleted message keeps its place and nothing else. */
  isDeleted: boolean
}

/** Delivery of an outgoing message. `pending`: the vendor has it, the messenger does not yet. */
export type DeliveryStatus = 'pending' | 'sent' | 'delivered' | 'read' | 'failed'

/** A file of a message. */
export interface ConversationFile {
  /** Link for people: it opens in another tab. */
  url: string
  name: string
  /** Server it comes from, shown where the page must not load it. */
  host?: string | undefined
  kind: 'image' | 'video' | 'audio' | 'document'
  /** True where the page may load it by itself. Of another file it loads nothing: it is a link. */
  isShown: boolean
}

/** A button below a message, for the customer, or an entry of its list. */
export interface MessageButton {
  text?: string | undefined
  /** Second line of an entry of a list. */
  description?: string | undefined
  /** Part of the list that it stands in. */
  section?: string | undefined
  /** The vendor's word, e.g. `URL`. */
  type?: string | undefined
  payload?: string | undefined
  /** Page that it opens. */
  url?: string | undefined
  intent?: 'default' | 'positive' | 'negative' | undefined
  /** Row of a bot's keyboard, from 0. One without a row has its own. */
  row?: number | undefined
}

/** A reaction to a message. */
export interface Reaction {
  emoji: string
  authorName?: string | undefined
}

/** Look of a message before the source has confirmed it, as far as its content does not say so. */
export type OutboxPreview = Partial<Pick<ConversationMessage, 'text' | 'file' | 'template' | 'buttons'>>
