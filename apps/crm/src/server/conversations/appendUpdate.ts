import {
  type AppendResult,
  type MessageRecord,
  type MessageUpdate,
  mergeUpdate,
  messageIdOf,
  toMessage,
  toSearchText,
} from '@crm-chat/proxy'
import { and, eq, sql } from 'drizzle-orm'
import { type Database, messages } from '../store/schema.ts'
import { parseRecord } from './parseRecord.ts'

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
  for (;;) {
    const result = await tryToAppend({ database, update })
    if (result) return result
  }
}

/** @returns undefined where the message has changed meanwhile */
async function tryToAppend({
  database,
  update,
}: {
  database: Database
  update: MessageUpdate
}): Promise<AppendResult | undefined> {
  const id = messageIdOf(update)
  const [row] = await database.select({ record: messages.record }).from(messages).where(eq(messages.id, id))
  const known = row && parseRecord(row.record)
  const record = mergeUpdate({ record: known, update })
  const message = toMessage(record)
  const shown = message ? { message } : {}
  if (record === known) return { change: 'known', ...shown }
  const values = toRow(record)
  const isSame = and(eq(messages.id, id), eq(messages.record, row?.record ?? ''))
  const { rowsAffected } = row
    ? await database.update(messages).set(values).where(isSame)
    : await database.insert(messages).values(values).onConflictDoNothing()
  if (rowsAffected === 0) return undefined
  if (!message && !row) await dropOldest(database)
  return { change: message && !known?.version ? 'added' : 'changed', ...shown }
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
