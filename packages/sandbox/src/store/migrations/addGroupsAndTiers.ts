/** Who is in group chats, and how many conversations a WABA channel may begin. */
export const addGroupsAndTiers = `
  CREATE TABLE group_members (
    chat_type TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (chat_type, chat_id, member_id),
    FOREIGN KEY (chat_type, chat_id) REFERENCES chats (chat_type, chat_id) ON DELETE CASCADE
  );
  ALTER TABLE channels ADD COLUMN tier TEXT;
`
