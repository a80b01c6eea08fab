/** How far the ids of an account have come. What is the company's setting goes to the others; only few messages need the index. */
export const addIdSequences = `
  CREATE TABLE id_sequences (kind TEXT PRIMARY KEY, used INTEGER NOT NULL);
  INSERT INTO account_settings (name, value)
    SELECT name, CASE value WHEN 'true' THEN 'on' ELSE 'off' END FROM settings WHERE name = 'pushForManagers';
  DELETE FROM settings WHERE name = 'pushForManagers';
  DROP INDEX messages_by_client_id;
  CREATE UNIQUE INDEX messages_by_client_id ON messages (chat_type, chat_id, client_message_id)
    WHERE client_message_id IS NOT NULL;
`
