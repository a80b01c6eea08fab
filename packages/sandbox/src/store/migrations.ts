/**
 * Every step from an empty file to the tables of `schema.ts` and of the vendors, in order. A step that has been released is
 * never changed: a new one is added. The number of steps taken is kept in the file as `user_version`.
 */
export const migrations: string[] = [
  // The tables of the first version.
  `
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
`,
  // Files that customers and users send.
  `
  CREATE TABLE files (
    file_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    created_at INTEGER NOT NULL
  );
`,
  // The steps of connecting a channel.
  `
  ALTER TABLE channels ADD COLUMN name TEXT NOT NULL DEFAULT '';
  ALTER TABLE channels ADD COLUMN qr TEXT;
  ALTER TABLE channels ADD COLUMN qr_expires_at INTEGER;
  ALTER TABLE channels ADD COLUMN qr_count INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE channels ADD COLUMN pairing_code TEXT;
  ALTER TABLE channels ADD COLUMN pairing_phone TEXT;
  ALTER TABLE channels ADD COLUMN password TEXT;
  ALTER TABLE channels ADD COLUMN url TEXT;
  ALTER TABLE channels ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE messages ADD COLUMN failure TEXT;
`,
  // Deals, funnels, templates, roles and webhooks; buttons, edits and deletions of messages.
  `
  ALTER TABLE users ADD COLUMN phone TEXT;
  CREATE TABLE user_roles (
    user_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    role TEXT NOT NULL,
    allow_get_new_clients INTEGER NOT NULL,
    PRIMARY KEY (user_id, channel_id)
  );
  ALTER TABLE contacts ADD COLUMN uri TEXT;
  ALTER TABLE contact_chats ADD COLUMN username TEXT;
  ALTER TABLE contact_chats ADD COLUMN phone TEXT;
  CREATE TABLE deals (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    responsible_user_id TEXT,
    uri TEXT,
    closed INTEGER NOT NULL
  );
  CREATE TABLE deal_contacts (
    deal_id TEXT NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    contact_id TEXT NOT NULL,
    PRIMARY KEY (deal_id, contact_id)
  );
  CREATE INDEX deal_contacts_by_contact ON deal_contacts (contact_id);
  CREATE TABLE pipelines (id TEXT PRIMARY KEY, name TEXT NOT NULL, stages TEXT);
  CREATE TABLE templates (
    template_guid TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    details TEXT NOT NULL
  );
  CREATE TABLE webhook_endpoints (
    endpoint_id TEXT PRIMARY KEY,
    vendor TEXT NOT NULL,
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    secret TEXT,
    details TEXT NOT NULL
  );
  CREATE TABLE crm_message_ids (crm_message_id TEXT PRIMARY KEY, used_at INTEGER NOT NULL);
  ALTER TABLE messages ADD COLUMN source TEXT;
  ALTER TABLE messages ADD COLUMN template_id TEXT;
  ALTER TABLE messages ADD COLUMN buttons TEXT;
  ALTER TABLE messages ADD COLUMN edited_at INTEGER;
  ALTER TABLE messages ADD COLUMN deleted_at INTEGER;
  CREATE INDEX messages_by_position ON messages (chat_type, chat_id, position);
  ALTER TABLE chats ADD COLUMN answered_position INTEGER NOT NULL DEFAULT 0;
  UPDATE chats SET answered_position = coalesce((
    SELECT max(position) FROM messages
    WHERE messages.chat_type = chats.chat_type AND messages.chat_id = chats.chat_id AND direction = 'outgoing'
  ), 0);
`,
  // Exports of messages, consent given to partners, and Whatomate's data.
  `
  CREATE TABLE message_dumps (
    export_id TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    channel_id TEXT,
    origin TEXT NOT NULL,
    url TEXT,
    created_at INTEGER NOT NULL
  );
  CREATE TABLE tech_grants (
    grant_id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    client_id TEXT NOT NULL,
    redirect_uri TEXT,
    code_challenge TEXT,
    expires_at INTEGER NOT NULL
  );
  CREATE TABLE whatomate_contacts (
    contact_id TEXT PRIMARY KEY,
    phone TEXT NOT NULL UNIQUE,
    profile_name TEXT NOT NULL,
    tags TEXT NOT NULL,
    metadata TEXT,
    assigned_user_id TEXT,
    marketing_opt_out INTEGER NOT NULL,
    deleted_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  );
  CREATE TABLE whatomate_messages (
    message_id TEXT PRIMARY KEY,
    message_type TEXT,
    interactive TEXT,
    media_type TEXT,
    media_name TEXT,
    reactions TEXT NOT NULL,
    read_at INTEGER
  );
`,
  // The parts of a message made from a template, besides its text.
  `
  ALTER TABLE messages ADD COLUMN template TEXT;
`,
  // Reasons to refuse messages: settings of the account, and customers who cannot be reached.
  `
  CREATE TABLE account_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE customers (
    chat_type TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    standing TEXT NOT NULL,
    PRIMARY KEY (chat_type, chat_id)
  );
`,
  // Members of group chats, and the number of conversations that a WABA channel may begin.
  `
  CREATE TABLE group_members (
    chat_type TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (chat_type, chat_id, member_id),
    FOREIGN KEY (chat_type, chat_id) REFERENCES chats (chat_type, chat_id) ON DELETE CASCADE
  );
  ALTER TABLE channels ADD COLUMN tier TEXT;
`,
  // Positions of the id sequences. The company's setting joins the others; only few messages need the index.
  `
  CREATE TABLE id_sequences (kind TEXT PRIMARY KEY, used INTEGER NOT NULL);
  INSERT INTO account_settings (name, value)
    SELECT name, CASE value WHEN 'true' THEN 'on' ELSE 'off' END FROM settings WHERE name = 'pushForManagers';
  DELETE FROM settings WHERE name = 'pushForManagers';
  DROP INDEX messages_by_client_id;
  CREATE UNIQUE INDEX messages_by_client_id ON messages (chat_type, chat_id, client_message_id)
    WHERE client_message_id IS NOT NULL;
`,
  // Notes of Whatomate's agents about contacts, and conversations that its bot has handed over.
  `
  CREATE TABLE whatomate_notes (
    note_id TEXT PRIMARY KEY,
    contact_id TEXT NOT NULL,
    content TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  );
  CREATE INDEX whatomate_notes_by_contact ON whatomate_notes (contact_id, created_at);
  CREATE TABLE whatomate_transfers (
    transfer_id TEXT PRIMARY KEY,
    phone TEXT NOT NULL,
    agent_id TEXT,
    status TEXT NOT NULL,
    transferred_at INTEGER NOT NULL,
    resumed_at INTEGER
  );
`,
  // Whatomate's tags, changes of its users, and the sessions of those who are signed in.
  `
  CREATE TABLE whatomate_tags (
    name TEXT PRIMARY KEY,
    color TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  );
  CREATE TABLE whatomate_users (
    user_id TEXT PRIMARY KEY,
    away_since INTEGER,
    settings TEXT NOT NULL,
    updated_at INTEGER NOT NULL
  );
  CREATE TABLE whatomate_sessions (
    session_id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    refresh_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  );
`,
  // Keyboards of bots.
  `
  ALTER TABLE messages ADD COLUMN keyboard TEXT;
`,
  // Messages that are neither a text nor a file.
  `
  ALTER TABLE messages ADD COLUMN kind TEXT;
`,
]
