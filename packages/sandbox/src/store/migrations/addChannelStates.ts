/** What a channel goes through until it is connected. */
export const addChannelStates = `
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
`
