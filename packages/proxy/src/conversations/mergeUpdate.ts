import type { Message } from '@crm-chat/protocol'
import { ChatProxyError } from '../errors.ts'
import { toConversationId } from './conversationIds.ts'
import { laterStatus, type ReachedStatus } from './laterStatus.ts'
import {
  type MessageReaction,
  type MessageUpdate,
  type MessageVersion,
  type StoredMessage,
  withId,
} from './messageUpdate.ts'

/** Everything known of one message: plain data, which a store keeps as it is. */
export interface MessageRecord {
  id: string
  /** Its newest version; absent until the message itself has come. */
  version?: StoredMessage
  fileUrl?: string
  /** The newest version was noted by the proxy, not told by the vendor. */
  noted?: true
  /** Time of its first version, which is its place in the conversation: Unix time in milliseconds. */
  at?: number
  /** The time is the proxy's, as long as the vendor has told none. */
  notedAt?: true
  status?: ReachedStatus
  edited?: true
  deleted?: true
  /** The vendor tells nothing of them: only a version that the proxy has noted has them. */
  buttons?: Message['buttons']
  /** Id of the user who sent it, from the version that the proxy has noted: not every vendor tells it. */
  sentBy?: string
  /** Id that the vendor has given the message since; nothing else is known here then. */
  movedTo?: string
  /** By author. */
  reactions?: Record<string, Pick<MessageReaction, 'authorName' | 'emoji' | 'at'>>
}

/** More people than react to one message; further ones are not kept. */
const maxReactions = 500

/**
 * Adds an update to what is known of its message. The result is the same whatever order the updates come in, and however
 * often each comes. @returns the same record where nothing has changed
 * @throws {ChatProxyError} for a message without a valid time
 */
export function mergeUpdate({
  record,
  update,
}: {
  record: MessageRecord | undefined
  update: MessageUpdate
}): MessageRecord {
  switch (update.kind) {
    case 'message':
      return mergeVersion(record ?? { id: update.message.id }, update)
    case 'reaction':
      return mergeReaction(record ?? { id: update.messageId }, update)
    case 'deleted':
      return record?.deleted ? record : { ...(record ?? { id: update.messageId }), deleted: true }
    case 'status':
      return mergeStatus(record ?? { id: update.messageId }, update)
  }
}

/**
 * Adds all that is known of a message under the id of its request to what is known under its own id. Nothing of `record` is
 * needed after that. @returns undefined where these are two messages, of different chats, or where the own id has been given up
 * itself: nothing moves then
 */
export function mergeMoved({
  record: { version, fileUrl, noted, status, edited, deleted, buttons, sentBy, reactions = {}, at, notedAt },
  target,
}: {
  record: MessageRecord
  target: MessageRecord
}): MessageRecord | undefined {
  const { id } = target
  if (target.movedTo !== undefined || (version && target.version && !isSameChat(version, target.version)))
    return undefined
  let merged = target
  if (version) {
    merged = mergeUpdate({ record: merged, update: withId({ kind: 'message', message: version, fileUrl, noted }, id) })
  }
  if (status) merged = mergeStatus(merged, { messageId: id, ...status })
  if (edited && !merged.edited) merged = { ...merged, edited }
  if (deleted && !merged.deleted) merged = { ...merged, deleted }
  if (buttons) merged = withButtons(merged, buttons)
  if (sentBy !== undefined) merged = withSender(merged, sentBy)
  if (at !== undefined) merged = withTime({ record: merged, time: at, noted: notedAt })
  for (const [author, reaction] of Object.entries(reactions)) {
    merged = mergeReaction(merged, { kind: 'reaction', messageId: id, author, ...reaction })
  }
  return merged
}

function isSameChat({ chat: one }: StoredMessage, { chat: other }: StoredMessage): boolean {
  return toConversationId(one) === toConversationId(other)
}

/** Returns the message as it is shown; undefined until it has come. A deleted one has lost its content. */
export function toMessage({
  version,
  at,
  status,
  edited,
  deleted,
  buttons,
  sentBy,
  reactions,
}: MessageRecord): StoredMessage | undefined {
  if (!version || at === undefined) return undefined
  const { text, file, quotedMessageId, ...rest } = version
  const isUnnamed = sentBy !== undefined && rest.author?.id === undefined
  return {
    ...rest,
    ...(isUnnamed ? { author: { ...rest.author, id: sentBy } } : {}),
    ...(deleted ? { deleted } : content({ text, file, quotedMessageId, buttons, reactions: listReactions(reactions) })),
    ...(edited ? { edited } : {}),
    ...(status ? { status: status.status } : {}),
    ...(status?.status === 'failed' && status.code !== undefined ? { code: status.code } : {}),
    at: new Date(at).toISOString(),
  }
}

type Content = Pick<Message, 'text' | 'file' | 'quotedMessageId' | 'buttons' | 'reactions'>

function content(fields: Content): Content {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function listReactions(reactions: MessageRecord['reactions']): Message['reactions'] {
  const shown = Object.entries(reactions ?? {})
    .filter(([, { emoji }]) => emoji !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { emoji, authorName }]) => (authorName === undefined ? { emoji } : { emoji, author: authorName }))
  return shown.length > 0 ? shown : undefined
}

function mergeVersion(record: MessageRecord, update: MessageVersion): MessageRecord {
  const { message, noted } = update
  const { status, code, edited, deleted, buttons, reactions: _, ...version } = message
  const time = Date.parse(message.at)
  if (Number.isNaN(time)) throw new ChatProxyError('The message has no valid time.')
  let merged = record
  if (status !== undefined) {
    merged = mergeStatus(merged, { messageId: record.id, status, ...(code === undefined ? {} : { code }) })
  }
  if (edited && !merged.edited) merged = { ...merged, edited: true }
  if (deleted && !merged.deleted) merged = { ...merged, deleted: true }
  if (buttons) merged = withButtons(merged, buttons)
  if (noted && message.direction === 'outgoing' && message.author?.id !== undefined)
    merged = withSender(merged, message.author.id)
  merged = withTime({ record: merged, time, noted })
  const next: StoredMessage = edited ? { ...version, edited } : version
  return isNewer({ record, next: { ...update, message: next } })
    ? withVersion({ record: merged, next: { ...update, message: next } })
    : merged
}

/** Of two keyboards, which no vendor sends, it is always the same one. */
function withButtons(record: MessageRecord, buttons: NonNullable<Message['buttons']>): MessageRecord {
  const isKnown = record.buttons !== undefined && JSON.stringify(record.buttons) >= JSON.stringify(buttons)
  return isKnown ? record : { ...record, buttons }
}

/** A message has one sender; of two, which nobody notes, it is always the same one. */
function withSender(record: MessageRecord, sentBy: string): MessageRecord {
  return record.sentBy !== undefined && record.sentBy >= sentBy ? record : { ...record, sentBy }
}

/** The vendor's own time of a message counts, where it is known. */
function withTime({
  record,
  time,
  noted,
}: {
  record: MessageRecord
  time: number
  noted: boolean | undefined
}): MessageRecord {
  const { at, notedAt, ...rest } = record
  if (noted) {
    const isEarlier = at === undefined || (notedAt && time < at)
    return isEarlier ? { ...rest, at: time, notedAt: true } : record
  }
  return at === undefined || notedAt || time < at ? { ...rest, at: time } : record
}

function withVersion({
  record: { fileUrl: _, noted: __, ...record },
  next: { message, fileUrl, noted },
}: {
  record: MessageRecord
  next: MessageVersion
}): MessageRecord {
  return {
    ...record,
    version: message,
    ...(fileUrl === undefined ? {} : { fileUrl }),
    ...(noted ? { noted } : {}),
  }
}

/** Time by which two clocks may differ: of two edits about the same time, the vendor's counts. */
const skewMs = 10_000

/**
 * An edited version is newer than the first one, the vendor's first one newer than the one that the proxy has noted, and a later
 * one newer than an earlier; of two alike, it is always the same one.
 */
function isNewer({ record, next }: { record: MessageRecord; next: MessageVersion }): boolean {
  const { version, fileUrl, noted } = record
  if (!version) return true
  const [one, other] = [rank(next), rank({ kind: 'message', message: version, noted })]
  const difference = one.map((value, index) => value - (other[index] ?? 0)).find((value) => value !== 0)
  if (difference !== undefined) return difference > 0
  return spell(next.message, next.fileUrl) > spell(version, fileUrl)
}

function rank({ message: { edited, at }, noted }: MessageVersion): number[] {
  const time = Date.parse(at)
  return edited ? [1, 0, noted ? time - skewMs : time, noted ? 0 : 1] : [0, noted ? 0 : 1, time, 0]
}

/** Writes the same fields always in the same order. */
function spell(message: object, fileUrl?: string): string {
  const entries = Object.entries(message).sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([...entries, fileUrl])
}

/** `edited` is no progress: it says that another version exists. */
function mergeStatus(record: MessageRecord, change: ReachedStatus & { messageId: string }): MessageRecord {
  const { status, code } = change
  if (status === 'edited') return record.edited ? record : { ...record, edited: true }
  const given: ReachedStatus = code === undefined ? { status } : { status, code }
  const later = laterStatus(record.status, given)
  return later === record.status ? record : { ...record, status: later }
}

function mergeReaction(record: MessageRecord, { author, authorName, emoji, at }: MessageReaction): MessageRecord {
  const known = record.reactions && Object.hasOwn(record.reactions, author) ? record.reactions[author] : undefined
  const next = authorName === undefined ? { emoji, at } : { authorName, emoji, at }
  if (known && !isLaterReaction(next, known)) return record
  if (!known && Object.keys(record.reactions ?? {}).length >= maxReactions) return record
  return { ...record, reactions: { ...record.reactions, [author]: next } }
}

function isLaterReaction(next: { at: string }, known: { at: string }): boolean {
  const difference = Date.parse(next.at) - Date.parse(known.at)
  return difference !== 0 ? difference > 0 : spell(next) > spell(known)
}
