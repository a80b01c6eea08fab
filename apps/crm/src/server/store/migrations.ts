import type { Client, InStatement } from '@libsql/client/sqlite3'
import { addItems } from './addItems.ts'
import { addVendorState } from './addVendorState.ts'
import { countMessages } from './countMessages.ts'
import { foldNames } from './foldNames.ts'
import { resendDeals } from './resendDeals.ts'

/** A step: SQL, or a function that reads the file and returns statements. */
export type Migration = string | ((client: Client) => Promise<InStatement[]>)

/**
 * Migrations from an empty file to the tables of `schema.ts`, in order. A released migration never changes: add a new
 * one. The file stores the number of applied migrations as `user_version`.
 */
export const migrations: Migration[] = [
  `
  CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL);
  CREATE TABLE sessions (
    id_hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
  );
  CREATE TABLE contacts (
    id TEXT PRIMARY KEY,
    responsible_user_id TEXT NOT NULL REFERENCES users (id),
    name TEXT NOT NULL,
    position TEXT NOT NULL,
    company TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    notes TEXT NOT NULL,
    search_text TEXT NOT NULL
  );
  CREATE INDEX contacts_by_user ON contacts (responsible_user_id, name);
  CREATE TABLE chats (
    chat_type TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    PRIMARY KEY (chat_type, chat_id)
  );
  CREATE INDEX chats_by_contact ON chats (contact_id);
  CREATE TABLE deals (
    contact_id TEXT PRIMARY KEY REFERENCES contacts (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    stage TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    currency TEXT NOT NULL
  );
  `,
  `
  CREATE TABLE messages (
    id TEXT PRIMARY KEY,
    conversation_id TEXT,
    chat_type TEXT,
    chat_id TEXT,
    at INTEGER,
    search_text TEXT NOT NULL,
    record TEXT NOT NULL
  );
  CREATE INDEX messages_by_conversation ON messages (conversation_id, at, id);
  CREATE INDEX messages_by_chat ON messages (chat_type, chat_id);
  CREATE TABLE reads (
    conversation_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    PRIMARY KEY (conversation_id, user_id)
  );
  `,
  `
  ALTER TABLE users ADD COLUMN role TEXT NOT NULL DEFAULT 'staff';
  UPDATE users SET role = 'admin' WHERE id = 'ann';
  `,
  `
  UPDATE users SET role = 'sales' WHERE role = 'staff';
  `,
  addItems,
  foldNames,
  countMessages,
  addVendorState,
  resendDeals,
]
