/** Builds a trigger that puts a record into the outbox whenever a table changes. */
function trigger({ table, on, kind, id }: { table: string; on: string; kind: string; id: string }): string {
  return `
  CREATE TRIGGER outbox_of_${table}_${on.toLowerCase()} AFTER ${on} ON ${table} BEGIN
    INSERT INTO outbox (kind, id) VALUES ('${kind}', ${id})
    ON CONFLICT (kind, id) DO UPDATE SET revision = revision + 1, is_of_sync = 0;
  END;`
}

/**
 * Migration that adds the settings, the state of webhooks, and the outbox: records that the vendor has to learn of. Triggers
 * fill it in the transaction of the change itself, so that no change is forgotten, however it was made.
 */
export const addVendorState = `
  CREATE TABLE settings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    vendor TEXT NOT NULL,
    transport TEXT NOT NULL
  );
  CREATE TABLE webhook_states (
    vendor TEXT PRIMARY KEY,
    registered_at INTEGER,
    problem TEXT,
    last_at INTEGER,
    event_count INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE outbox (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    is_of_sync INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (kind, id)
  );
  CREATE INDEX outbox_by_sync ON outbox (kind, is_of_sync, id);
  CREATE TABLE syncs (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    vendor TEXT NOT NULL,
    status TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    problem TEXT,
    totals TEXT NOT NULL
  );
  CREATE TABLE sync_rejections (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  );
  ${[
    { table: 'users', on: 'INSERT', kind: 'users', id: 'new.id' },
    { table: 'users', on: 'UPDATE', kind: 'users', id: 'new.id' },
    { table: 'contacts', on: 'INSERT', kind: 'contacts', id: 'new.id' },
    { table: 'contacts', on: 'UPDATE', kind: 'contacts', id: 'new.id' },
    { table: 'chats', on: 'INSERT', kind: 'contacts', id: 'new.contact_id' },
    { table: 'chats', on: 'UPDATE', kind: 'contacts', id: 'new.contact_id' },
    { table: 'chats', on: 'DELETE', kind: 'contacts', id: 'old.contact_id' },
    { table: 'deals', on: 'INSERT', kind: 'deals', id: 'new.id' },
    { table: 'deals', on: 'UPDATE', kind: 'deals', id: 'new.id' },
  ]
    .map(trigger)
    .join('')}
`
