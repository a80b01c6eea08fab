/** Exports of messages, leave given to partners, and what Whatomate keeps. */
export const addDumpsAndWhatomate = `
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
`
