import type { JournalEntry } from '../../../src/server/journal/createJournal.ts'

/**
 * Names whom a request is for, in any vendor's spelling: the user and the chats of a window, e.g. `Ann Reyes · card · Maria`, or the
 * recipient of a message. Returns an empty text where the body names nobody.
 */
export function describeParties({ body }: Pick<JournalEntry, 'body'>): string {
  if (Array.isArray(body)) return body.length === 1 ? readName(body[0]) : `${body.length} entries`
  const parts = [readUser(body), readText(body, 'scope'), readChats(body) || readRecipient(body)]
  return parts.filter((part) => part !== '').join(' · ')
}

function readUser(body: unknown): string {
  const user = read(body, 'user')
  return readName(user) || readText(body, 'author_name') || toLabel('user', readText(body, 'user_id', 'crmUserId'))
}

function readChats(body: unknown): string {
  const chats = read(body, 'filter') ?? read(body, 'chats')
  if (!Array.isArray(chats) || chats.length === 0) return ''
  return chats.length === 1 ? readName(chats[0]) || readRecipient(chats[0]) : `${chats.length} chats`
}

function readRecipient(body: unknown): string {
  return readText(body, 'chatId', 'chat_id', 'phone', 'phone_number', 'username', 'contact_id')
}

/** Reads a name, or else an id. */
function readName(entity: unknown): string {
  return readText(entity, 'name', 'contact_name', 'id')
}

function toLabel(kind: string, text: string): string {
  return text === '' ? '' : `${kind} ${text}`
}

/** Reads the first of these fields that holds a text or a number. */
function readText(value: unknown, ...names: string[]): string {
  const found = names.map((name) => read(value, name)).find((field) => isWord(field))
  return found === undefined ? '' : String(found)
}

function isWord(field: unknown): boolean {
  return typeof field === 'number' || (typeof field === 'string' && field !== '')
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
