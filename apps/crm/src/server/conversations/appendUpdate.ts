import {
  type AppendResult,
  findMove,
  type MessageRecord,
  type MessageUpdate,
  mergeMoved,
  mergeUpdate,
  messageIdOf,
  toMessage,
  toSearchText,
  withId,
} from '@crm-chat/proxy'
import { and, eq, sql } from 'drizzle-orm'
import { type Database, messages } from '../store/schema.ts'
import { parseRecord } from './parseRecord.ts'
import { type Chat, saveChatState } from './saveChatState.ts'

/** Updates that wait for their message; the oldest go first. */
const maxWaiting = 10_000

/** Merges an update into its message. One that meets another update of the same message is merged again. */
export async function appendUpdate({
  database,
  update,
}: {
  database: Database
  update: MessageUpdate
}): Promise<AppendResult> {
  const move = findMove(update)
  const isMoved = move !== undefined && (await moveRecord({ database, ...move }))
  const id = await findId({ database, id: messageIdOf(update) })
  const { before, after } = await changeRecord({
    database,
    id,
    change: (record) => mergeUpdate({ record, update: withId(update, id) }),
  })
  const message = toMessage(after)
  const shown = message ? { message } : {}
  if (after === before) return { change: isMoved ? 'changed' : 'known', ...shown }
  return { change: message && !before?.version ? 'added' : 'changed', ...shown }
}

/** Returns the id that a message has now. */
export async function findId({ database, id }: { database: Database; id: string }): Promise<string> {
  return (await readRow({ database, id })).record?.movedTo ?? id
}

/**
 * The message has its new id before the old one is given up: a process that ends between the two does it again.
 * @returns true where something was known under the old id
 */
async function moveRecord({ database, from, to }: { database: Database; from: string; to: string }): Promise<boolean> {
  for (;;) {
    const row = await readRow({ database, id: from })
    const { record } = row
    if (record?.movedTo !== undefined) return false
    let isRefused = false
    await changeRecord({
      database,
      id: to,
      change: (target = { id: to }) => {
        const merged = mergeMoved({ record: record ?? { id: from }, target })
        isRefused = merged === undefined
        return merged ?? target
      },
    })
    if (isRefused) return false
    if (await replaceRow({ database, row, record: { id: from, movedTo: to } })) return record !== undefined
  }
}

/** Changes what is known of a message. It is changed again where somebody else has done so meanwhile. */
async function changeRecord({
  database,
  id,
  change,
}: {
  database: Database
  id: string
  change: (record: MessageRecord | undefined) => MessageRecord
}): Promise<{ before: MessageRecord | undefined; after: MessageRecord }> {
  for (;;) {
    const row = await readRow({ database, id })
    const after = change(row.record)
    if (after === row.record || (await replaceRow({ database, row, record: after })))
      return { before: row.record, after }
  }
}

interface Row {
  record: MessageRecord | undefined
  /** As it stands in the database. */
  json: string | undefined
}

async function readRow({ database, id }: { database: Database; id: string }): Promise<Row> {
  const [row] = await database.select({ record: messages.record }).from(messages).where(eq(messages.id, id))
  return { record: row && parseRecord(row.record), json: row?.record }
}

/** @returns false where the row has changed meanwhile */
async function replaceRow({
  database,
  row: { json, record: previous },
  record,
}: {
  database: Database
  row: Row
  record: MessageRecord
}): Promise<boolean> {
  const values = toRow(record)
  const isSame = and(eq(messages.id, record.id), eq(messages.record, json ?? ''))
  const before = previous && toMessage(previous)?.chat
  const [{ rowsAffected }] = await database.batch([
    json === undefined
      ? database.insert(messages).values(values).onConflictDoNothing()
      : database.update(messages).set(values).where(isSame),
    ...toChats([toMessage(record)?.chat, before]).flatMap((chat) => saveChatState(database, chat)),
  ])
  if (rowsAffected === 0) return false
  if (json === undefined && values.conversationId === null) await dropOldest(database)
  return true
}

/** The chats that a change concerns, each once. */
function toChats(chats: (Chat | undefined)[]): Chat[] {
  return [...new Map(chats.flatMap((chat) => (chat ? [[`${chat.chatType}:${chat.chatId}`, chat]] : []))).values()]
}

function toRow(record: MessageRecord): typeof messages.$inferInsert {
  const message = toMessage(record)
  return {
    id: record.id,
    conversationId: message?.conversationId ?? null,
    chatType: message?.chat.chatType ?? null,
    chatId: message?.chat.chatId ?? null,
    at: record.at ?? null,
    searchText: toSearchText(message?.text ?? ''),
    direction: message?.direction ?? null,
    channelId: message?.channelId ?? null,
    counts: message !== undefined && !message.deleted && message.status !== 'failed',
    record: JSON.stringify(record),
  }
}

/** Rows without a conversation are few: their index finds them at once. */
async function dropOldest(database: Database): Promise<void> {
  await database.run(sql`
    DELETE FROM messages WHERE rowid IN (
      SELECT rowid FROM messages WHERE conversation_id IS NULL ORDER BY rowid DESC LIMIT -1 OFFSET ${maxWaiting}
    )`)
}
