/** What Whatomate's staff note about a contact, and conversations that its bot has handed to a person. */
export const addNotesAndTransfers = `
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
`
