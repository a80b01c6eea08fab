import type { Message, StatusChange } from '@crm-chat/protocol'

/** A message in the form of the proxy's own contract, in its conversation. */
export interface StoredMessage extends Message {
  conversationId: string
}

/** A message was received, sent or edited. */
export interface MessageVersion {
  kind: 'message'
  message: StoredMessage
  /** Address of its file at the vendor. It stays on the server: a page knows the file by its `mediaId`. */
  fileUrl?: string | undefined
  /** True for what the proxy has noted itself: the vendor knows better. */
  noted?: boolean | undefined
}

/** Somebody reacted to a message, or took the reaction back. */
export interface MessageReaction {
  kind: 'reaction'
  /** Id of the message that it belongs to. */
  messageId: string
  /** Tells people apart: one has one reaction to a message. */
  author: string
  /** Name to show. */
  authorName?: string | undefined
  /** Empty for one that was taken back. */
  emoji: string
  /** ISO 8601. */
  at: string
}

/** One thing that happened to a message. A status may name the request that the message was sent with: `requestId`. */
export type MessageUpdate =
  | MessageVersion
  | MessageReaction
  | ({ kind: 'status' } & Omit<StatusChange, 'explanation'>)
  | { kind: 'deleted'; messageId: string }

/** Returns the id of the message that an update is about. */
export function messageIdOf(update: MessageUpdate): string {
  return update.kind === 'message' ? update.message.id : update.messageId
}

/** Returns the id of a request, and that of the message it has become; undefined for any other update. */
export function findMove(update: MessageUpdate): { from: string; to: string } | undefined {
  if (update.kind !== 'status' || update.requestId === undefined || update.requestId === update.messageId)
    return undefined
  return { from: update.requestId, to: update.messageId }
}

/** Returns an update under another id: a message may be named by that of its request. */
export function withId(update: MessageUpdate, id: string): MessageUpdate {
  if (update.kind !== 'message') return { ...update, messageId: id }
  const { message } = update
  const file = message.file?.mediaId === message.id ? { file: { ...message.file, mediaId: id } } : {}
  return { ...update, message: { ...message, ...file, id } }
}
