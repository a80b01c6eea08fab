/** The tables of the first version. */
export const createTables = `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE channels (
    channel_id TEXT PRIMARY KEY,
    transport TEXT NOT NULL,
    plain_id TEXT NOT NULL,
    state TEXT NOT NULL
  );
  CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE contacts (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    responsible_user_id TEXT,
    deals TEXT NOT NULL
  );
  CREATE TABLE contact_chats (
    contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    chat_type TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    PRIMARY KEY (contact_id, chat_type, chat_id)
  );
  CREATE INDEX contact_chats_by_chat ON contact_chats (chat_type, chat_id);
  CREATE TABLE chats (
    chat_type TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (chat_type, chat_id)
  );
  CREATE TABLE messages (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id TEXT NOT NULL UNIQUE,
    chat_type TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    direction TEXT NOT NULL,
    text TEXT,
    content TEXT,
    status TEXT NOT NULL,
    author_user_id TEXT,
    author_name TEXT,
    ref_message_id TEXT,
    client_message_id TEXT,
    sent_at INTEGER NOT NULL,
    FOREIGN KEY (chat_type, chat_id) REFERENCES chats (chat_type, chat_id) ON DELETE CASCADE
  );
  CREATE INDEX messages_by_chat ON messages (chat_type, chat_id, direction, position);
  CREATE UNIQUE INDEX messages_by_client_id ON messages (chat_type, chat_id, client_message_id);
`
