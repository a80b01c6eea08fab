import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { ContactChat } from '../../../api/chat.ts'
import type { ImportField, ImportProblem } from '../../../api/contactImport.ts'
import { chats, contacts, type Database } from '../../store/schema.ts'
import type { CheckedRow } from './checkRow.ts'

/** Adds the problems that a row has with other contacts, and with rows before it. */
export async function findTaken(database: Database, rows: CheckedRow[]): Promise<CheckedRow[]> {
  const taken = await readTaken(
    database,
    rows.flatMap(({ chats: own }) => own),
  )
  const seen = new Set<string>()
  return rows.map((row) => {
    const problems = row.chats.flatMap((chat) => toProblem(chat, { taken, seen }) ?? [])
    for (const chat of row.chats) seen.add(toKey(chat))
    return { ...row, problems: [...row.problems, ...problems] }
  })
}

function toProblem(
  chat: ContactChat,
  { taken, seen }: { taken: Set<string>; seen: Set<string> },
): ImportProblem | undefined {
  const field: ImportField = chat.chatType === 'whatsapp' ? 'phone' : chat.chatType
  if (taken.has(toKey(chat))) {
    return { field, code: 'taken' }
  }
  if (seen.has(toKey(chat))) {
    return { field, code: 'repeated' }
  }
  return undefined
}

/** SQLite takes a limited number of values in one statement. */
const chunkSize = 500

async function readTaken(database: Database, own: ContactChat[]): Promise<Set<string>> {
  const taken = new Set<string>()
  for (let start = 0; start < own.length; start += chunkSize) {
    const ids = own.slice(start, start + chunkSize).map(({ chatId }) => chatId)
    const rows = await database
      .select({ chatType: chats.chatType, chatId: chats.chatId })
      .from(chats)
      .innerJoin(contacts, eq(contacts.id, chats.contactId))
      .where(and(inArray(chats.chatId, ids), isNull(contacts.deletedAt)))
    for (const row of rows) taken.add(toKey(row))
  }
  return taken
}

function toKey({ chatType, chatId }: ContactChat): string {
  return `${chatType}:${chatId}`
}
