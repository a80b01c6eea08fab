import type { Message } from '@crm-chat/protocol'
import { ChatProxyError } from '../errors.ts'
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
  /** Time of its first version, which is its place in the conversation: Unix time in milliseconds. */
  at?: number
  status?: ReachedStatus
  edited?: true
  deleted?: true
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
 * needed after that.
 */
export function mergeMoved({
  record: { version, fileUrl, status, edited, deleted, reactions = {}, at },
  target,
}: {
  record: MessageRecord
  target: MessageRecord
}): MessageRecord {
  const { id } = target
  let merged = target
  if (version) {
    merged = mergeUpdate({ record: merged, update: withId({ kind: 'message', message: version, fileUrl }, id) })
  }
  if (status) merged = mergeStatus(merged, { messageId: id, ...status })
  if (edited && !merged.edited) merged = { ...merged, edited }
  if (deleted && !merged.deleted) merged = { ...merged, deleted }
  if (at !== undefined && (merged.at === undefined || at < merged.at)) merged = { ...merged, at }
  for (const [author, reaction] of Object.entries(reactions)) {
    merged = mergeReaction(merged, { kind: 'reaction', messageId: id, author, ...reaction })
  }
  return merged
}

/** Returns the message as it is shown; undefined until it has come. A deleted one has lost its content. */
export function toMessage({
  version,
  at,
  status,
  edited,
  deleted,
  reactions,
}: MessageRecord): StoredMessage | undefined {
  if (!version || at === undefined) return undefined
  const { text, file, quotedMessageId, ...rest } = version
  return {
    ...rest,
    ...(deleted ? { deleted } : content({ text, file, quotedMessageId, reactions: listReactions(reactions) })),
    ...(edited ? { edited } : {}),
    ...(status ? { status: status.status } : {}),
    ...(status?.status === 'failed' && status.code !== undefined ? { code: status.code } : {}),
    at: new Date(at).toISOString(),
  }
}

type Content = Pick<Message, 'text' | 'file' | 'quotedMessageId' | 'reactions'>

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

function mergeVersion(record: MessageRecord, { message, fileUrl }: MessageVersion): MessageRecord {
  const { status, code, edited, deleted, reactions: _, ...version } = message
  const time = Date.parse(message.at)
  if (Number.isNaN(time)) throw new ChatProxyError('The message has no valid time.')
  let merged = record
  if (status !== undefined) {
    merged = mergeStatus(merged, { messageId: record.id, status, ...(code === undefined ? {} : { code }) })
  }
  if (edited && !merged.edited) merged = { ...merged, edited: true }
  if (deleted && !merged.deleted) merged = { ...merged, deleted: true }
  if (merged.at === undefined || time < merged.at) merged = { ...merged, at: time }
  const next: StoredMessage = edited ? { ...version, edited } : version
  return isNewer({ record, next, fileUrl }) ? withVersion({ record: merged, next, fileUrl }) : merged
}

function withVersion({
  record: { fileUrl: _, ...record },
  next,
  fileUrl,
}: {
  record: MessageRecord
  next: StoredMessage
  fileUrl: string | undefined
}): MessageRecord {
  return { ...record, version: next, ...(fileUrl === undefined ? {} : { fileUrl }) }
}

/** An edited version is newer than the first one, and a later one than an earlier; of two alike, always the same one. */
function isNewer({
  record,
  next,
  fileUrl,
}: {
  record: MessageRecord
  next: StoredMessage
  fileUrl: string | undefined
}): boolean {
  const { version } = record
  if (!version) return true
  const difference =
    Number(next.edited ?? false) - Number(version.edited ?? false) || Date.parse(next.at) - Date.parse(version.at)
  return difference !== 0 ? difference > 0 : spell(next, fileUrl) > spell(version, record.fileUrl)
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
