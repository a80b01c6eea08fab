/** Deals, funnels, templates, roles and webhooks; buttons, edits and deletions of messages. */
export const addEntities = `
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
`
