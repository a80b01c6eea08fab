import { InvalidOptionsError } from '../errors.ts'
import { toConversationId } from './conversationIds.ts'
import type { AppendResult, ConversationStore } from './conversationStore.ts'
import { MemoryConversation } from './MemoryConversation.ts'
import { type MessageRecord, mergeMoved, mergeUpdate, toMessage } from './mergeUpdate.ts'
import { findMove, type MessageUpdate, messageIdOf, type StoredMessage, withId } from './messageUpdate.ts'
import { comparePlaces, type Place, parseCursor, toCursor } from './pageCursor.ts'
import { toSearchText } from './toSearchText.ts'

/** Options of {@link memoryConversations}. */
export interface MemoryConversationsOptions {
  /** Messages of all conversations together. Those of the conversation that was quiet for the longest time go first. @default 100_000 */
  maxMessages?: number
}

/** Updates that wait for their message; the oldest go first. */
const maxWaiting = 10_000

/**
 * Keeps conversations in the memory of this process, for development and for small installations: a restart forgets them.
 * @throws {InvalidOptionsError}
 */
export function memoryConversations({ maxMessages = 100_000 }: MemoryConversationsOptions = {}): ConversationStore {
  if (!Number.isSafeInteger(maxMessages) || maxMessages < 1) {
    throw new InvalidOptionsError('memoryConversations has invalid options: maxMessages must be a positive integer.')
  }
  /** Messages that have come, by id. */
  const records = new Map<string, MessageRecord>()
  /** Updates whose message has not come. */
  const waiting = new Map<string, MessageRecord>()
  /** The one that was quiet for the longest time first. */
  const conversations = new Map<string, MemoryConversation>()

  function append(update: MessageUpdate): AppendResult {
    const move = findMove(update)
    const isMoved = move !== undefined && moveRecord(move)
    const id = idOf(messageIdOf(update))
    const known = records.get(id)
    const before = known ?? waiting.get(id)
    const record = mergeUpdate({ record: before, update: withId(update, id) })
    const message = toMessage(record)
    if (record === before) {
      const change = isMoved ? 'changed' : 'known'
      return message ? { change, message } : { change }
    }
    keep(record)
    return message ? { change: known ? 'changed' : 'added', message } : { change: 'changed' }
  }

  const idOf = (id: string): string => waiting.get(id)?.movedTo ?? id

  /** @returns true where something was known under the old id */
  function moveRecord({ from, to }: { from: string; to: string }): boolean {
    const waited = waiting.get(from)
    if (waited?.movedTo !== undefined) return false
    const record = records.get(from) ?? waited
    const target = records.get(to) ?? waiting.get(to) ?? { id: to }
    const merged = mergeMoved({ record: record ?? { id: from }, target })
    if (!merged) return false
    records.delete(from)
    if (record?.version) take({ record, conversationId: record.version.conversationId })
    wait({ id: from, movedTo: to })
    if (!record) return false
    keep(merged)
    return true
  }

  /** Keeps a record in its place, or until its message comes. */
  function keep(record: MessageRecord): void {
    const message = toMessage(record)
    if (!message) {
      wait(record)
      return
    }
    const known = records.get(record.id)
    waiting.delete(record.id)
    records.set(record.id, record)
    place({ known, record, message })
  }

  function wait(record: MessageRecord): void {
    waiting.delete(record.id)
    waiting.set(record.id, record)
    const [oldest] = waiting.keys()
    if (waiting.size > maxWaiting && oldest !== undefined) waiting.delete(oldest)
  }

  function place({
    known,
    record,
    message: { conversationId },
  }: {
    known: MessageRecord | undefined
    record: MessageRecord
    message: StoredMessage
  }): void {
    const from = known?.version?.conversationId
    if (known && from === conversationId && known.at === record.at) return
    if (known && from !== undefined) take({ record: known, conversationId: from })
    const conversation = conversations.get(conversationId) ?? new MemoryConversation()
    conversation.add(placeOf(record))
    conversations.delete(conversationId) // To be the latest.
    conversations.set(conversationId, conversation)
    while (records.size > maxMessages) dropOldest()
  }

  function take({ record, conversationId }: { record: MessageRecord; conversationId: string }): void {
    const conversation = conversations.get(conversationId)
    conversation?.remove(placeOf(record))
    if (conversation?.places.length === 0) conversations.delete(conversationId)
  }

  /** Drops the conversation that was quiet for the longest time; of the only one, its first message. */
  function dropOldest(): void {
    const [oldest] = conversations
    if (!oldest) return
    const [conversationId, { places }] = oldest
    const dropped = conversations.size > 1 ? places : places.splice(0, 1)
    for (const { id } of dropped) records.delete(id)
    if (conversations.size > 1) conversations.delete(conversationId)
  }

  const shown = (id: string): StoredMessage | undefined => {
    const record = records.get(idOf(id))
    return record && toMessage(record)
  }
  const listShown = (places: Place[]): StoredMessage[] => places.flatMap(({ id }) => shown(id) ?? [])

  return {
    append: async (update) => append(update),
    page: async ({ conversationId, before, limit }) => {
      const places =
        conversations.get(conversationId)?.before(before === undefined ? undefined : parseCursor(before)) ?? []
      const own = places.slice(-limit)
      const [first] = own
      return { messages: listShown(own), before: first && own.length < places.length ? toCursor(first) : null }
    },
    pageFrom: async ({ conversationId, from, limit }) => {
      const conversation = conversations.get(conversationId)
      const start = conversation?.indexAt(from) ?? 0
      const own = conversation?.places.slice(start, start + limit) ?? []
      const [first] = own
      return { messages: listShown(own), before: first && start > 0 ? toCursor(first) : null }
    },
    find: async (messageId) => shown(messageId),
    findMedia: async (mediaId) => {
      const url = records.get(idOf(mediaId))?.fileUrl
      const message = shown(mediaId)
      return url === undefined || !message?.file ? undefined : { url, message }
    },
    markRead: async ({ conversationId, messageId, userId }) => {
      const record = records.get(idOf(messageId))
      if (record?.version?.conversationId !== conversationId) return
      conversations.get(conversationId)?.markRead({ userId, place: placeOf(record) })
    },
    lastRead: async ({ conversationId, userId }) => conversations.get(conversationId)?.lastRead(userId),
    search: async ({ text, conversationIds = [...conversations.keys()], limit }) => {
      const wanted = toSearchText(text)
      const found = [...new Set(conversationIds)]
        .flatMap((id) => conversations.get(id)?.places ?? [])
        .filter(({ id }) => wanted !== '' && toSearchText(shown(id)?.text ?? '').includes(wanted))
      return listShown(found.sort((one, other) => comparePlaces(other, one)).slice(0, limit))
    },
    deleteContact: async ({ chats }) => {
      const keys = new Set(chats.map(toConversationId))
      for (const record of [...records.values()]) {
        const { version } = record
        if (!version || !keys.has(toConversationId(version.chat))) continue
        records.delete(record.id)
        take({ record, conversationId: version.conversationId })
      }
    },
  }
}

function placeOf({ id, at = 0 }: MessageRecord): Place {
  return { id, at }
}
