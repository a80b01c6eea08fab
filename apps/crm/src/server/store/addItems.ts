/** Columns that a list of contacts is narrowed by. In its indexes, they spare reading the rows of all contacts. */
const searched = 'search_text, phone, company_id'

/**
 * Companies, tasks, notes and activity; deals with ids of their own; times, versions and soft deletion for all of them.
 * What an older file has is kept: a contact's company becomes a company, its notes a note, its deal one of many.
 */
export const addItems: string = `
  ${itemTable('companies', {
    columns: `
      name TEXT NOT NULL,
      sort_name TEXT NOT NULL,
      website TEXT NOT NULL,
      city TEXT NOT NULL,
      industry TEXT NOT NULL,
      responsible_user_id TEXT NOT NULL REFERENCES users (id)`,
  })}
  INSERT INTO companies
    SELECT 'company-' || min(id), ${now()}, ${now()}, NULL, 1, company, lower(company), '', '', '', responsible_user_id
    FROM contacts WHERE company <> '' GROUP BY lower(company);
  CREATE UNIQUE INDEX companies_by_name ON companies (sort_name) WHERE deleted_at IS NULL;

  ${itemTable('new_contacts', {
    columns: `
      responsible_user_id TEXT NOT NULL REFERENCES users (id),
      name TEXT NOT NULL,
      sort_name TEXT NOT NULL,
      position TEXT NOT NULL,
      company_id TEXT REFERENCES companies (id),
      email TEXT NOT NULL,
      phone TEXT NOT NULL,
      search_text TEXT NOT NULL`,
  })}
  INSERT INTO new_contacts
    SELECT id, ${now()}, ${now()}, NULL, 1, responsible_user_id, name, lower(name), position,
      (SELECT companies.id FROM companies WHERE companies.sort_name = lower(contacts.company)), email, phone, search_text
    FROM contacts;

  ${itemTable('new_deals', {
    columns: `
      responsible_user_id TEXT NOT NULL REFERENCES users (id),
      contact_id TEXT NOT NULL REFERENCES contacts (id),
      company_id TEXT REFERENCES companies (id),
      title TEXT NOT NULL,
      search_text TEXT NOT NULL,
      stage TEXT NOT NULL,
      position INTEGER NOT NULL,
      amount_cents INTEGER NOT NULL,
      currency TEXT NOT NULL,
      closed_at INTEGER`,
  })}
  INSERT INTO new_deals
    SELECT 'deal-' || contact_id, ${now()}, ${now()}, NULL, 1, new_contacts.responsible_user_id, contact_id, company_id, title,
      lower(title), stage, deals.rowid * 65536, amount_cents, currency, CASE stage WHEN 'won' THEN ${now()} END
    FROM deals JOIN new_contacts ON new_contacts.id = contact_id;

  ${itemTable('tasks', {
    columns: `
      responsible_user_id TEXT NOT NULL REFERENCES users (id),
      title TEXT NOT NULL,
      search_text TEXT NOT NULL,
      due_at INTEGER,
      done_at INTEGER,
      contact_id TEXT REFERENCES contacts (id),
      deal_id TEXT REFERENCES deals (id)`,
  })}

  ${itemTable('notes', {
    columns: `
      author_id TEXT NOT NULL REFERENCES users (id),
      text TEXT NOT NULL,
      contact_id TEXT REFERENCES contacts (id),
      deal_id TEXT REFERENCES deals (id)`,
  })}
  INSERT INTO notes
    SELECT 'note-' || id, ${now()}, ${now()}, NULL, 1, responsible_user_id, notes, id, NULL FROM contacts WHERE notes <> '';

  DROP TABLE deals;
  DROP TABLE contacts;
  ALTER TABLE new_contacts RENAME TO contacts;
  ALTER TABLE new_deals RENAME TO deals;

  CREATE TABLE activity (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id),
    action TEXT NOT NULL,
    item_kind TEXT NOT NULL,
    item_id TEXT NOT NULL,
    item_name TEXT NOT NULL,
    contact_id TEXT,
    deal_id TEXT,
    company_id TEXT,
    from_value TEXT,
    to_value TEXT,
    fields TEXT NOT NULL
  );
  CREATE TABLE chat_states (
    chat_type TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    name TEXT NOT NULL,
    waiting_since INTEGER,
    last_at INTEGER NOT NULL,
    last_text TEXT NOT NULL,
    last_is_from_customer INTEGER NOT NULL,
    PRIMARY KEY (chat_type, chat_id)
  );

  CREATE INDEX contacts_by_name ON contacts (sort_name, id, ${searched}) WHERE deleted_at IS NULL;
  CREATE INDEX contacts_by_owner ON contacts (responsible_user_id, sort_name, id, ${searched}) WHERE deleted_at IS NULL;
  CREATE INDEX contacts_by_time ON contacts (created_at, id) WHERE deleted_at IS NULL;
  CREATE INDEX contacts_by_company ON contacts (company_id);
  CREATE INDEX deals_by_place ON deals (stage, position, id) WHERE deleted_at IS NULL;
  CREATE INDEX deals_by_owner ON deals (responsible_user_id, stage, position, id) WHERE deleted_at IS NULL;
  CREATE INDEX deals_by_contact ON deals (contact_id);
  CREATE INDEX deals_by_company ON deals (company_id);
  CREATE INDEX tasks_by_owner ON tasks (responsible_user_id, due_at, id) WHERE deleted_at IS NULL;
  CREATE INDEX tasks_by_contact ON tasks (contact_id);
  CREATE INDEX tasks_by_deal ON tasks (deal_id);
  CREATE INDEX notes_by_contact ON notes (contact_id, created_at, id);
  CREATE INDEX notes_by_deal ON notes (deal_id, created_at, id);
  CREATE INDEX activity_by_time ON activity (at, id);
  CREATE INDEX activity_by_contact ON activity (contact_id, at, id);
  CREATE INDEX activity_by_deal ON activity (deal_id, at, id);
  CREATE INDEX activity_by_company ON activity (company_id, at, id);
  CREATE INDEX chat_states_by_wait ON chat_states (waiting_since) WHERE waiting_since IS NOT NULL;
  DROP INDEX messages_by_chat;
  CREATE INDEX messages_by_chat ON messages (chat_type, chat_id, at, id);
  CREATE INDEX messages_by_time ON messages (at, id);

  ${['companies', 'contacts', 'deals', 'tasks', 'notes'].map(versionTrigger).join('')}

  UPDATE users SET role = 'sales' WHERE id = 'ann';
  INSERT OR IGNORE INTO users (id, name, title, role)
    SELECT id, name, title, role FROM (
      SELECT 'carla' AS id, 'Carla Mendes' AS name, 'Head of sales' AS title, 'manager' AS role
      UNION SELECT 'dov', 'Dov Levi', 'Quality control', 'qualityControl'
      UNION SELECT 'erin', 'Erin Doyle', 'Office and systems', 'admin'
    ) WHERE EXISTS (SELECT 1 FROM users);
`

/** A table with the columns that all items have. */
function itemTable(name: string, { columns }: { columns: string }): string {
  return `CREATE TABLE ${name} (
    id TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    ${columns.trim()}
  );`
}

/** Optimistic locking: a batch that was made from an older version of the item fails as a whole. */
function versionTrigger(table: string): string {
  return `CREATE TRIGGER ${table}_version BEFORE UPDATE OF version ON ${table} WHEN NEW.version <> OLD.version + 1
    BEGIN SELECT RAISE(ABORT, 'stale version'); END;`
}

function now(): string {
  return '(unixepoch() * 1000)'
}
