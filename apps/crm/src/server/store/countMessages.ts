/**
 * Computes what the lists and the dashboard need of the messages that an older version has stored. Newer ones are counted as
 * they come: see `saveChatState`.
 */
export const fillChatStates = `
  UPDATE messages SET
    direction = json_extract(record, '$.version.direction'),
    channel_id = json_extract(record, '$.version.channelId'),
    counts = json_extract(record, '$.version.direction') IS NOT NULL
      AND json_extract(record, '$.deleted') IS NULL AND json_extract(record, '$.status.status') IS NOT 'failed'
  WHERE conversation_id IS NOT NULL;
  INSERT INTO chat_states (chat_type, chat_id, name, waiting_since, last_at, last_text, last_is_from_customer)
  SELECT
    chat.chat_type,
    chat.chat_id,
    '',
    (
      SELECT min(heard.at) FROM messages AS heard
      WHERE heard.counts = 1 AND heard.chat_type = chat.chat_type AND heard.chat_id = chat.chat_id
        AND heard.direction = 'incoming' AND heard.at > coalesce((
          SELECT max(said.at) FROM messages AS said
          WHERE said.counts = 1 AND said.chat_type = chat.chat_type AND said.chat_id = chat.chat_id
            AND said.direction = 'outgoing'
        ), -1)
    ),
    latest.at,
    substr(replace(replace(coalesce(json_extract(latest.record, '$.version.text'), ''), char(10), ' '), char(13), ' '), 1, 200),
    latest.direction = 'incoming'
  FROM (SELECT DISTINCT chat_type, chat_id FROM messages WHERE counts = 1) AS chat
  JOIN messages AS latest ON latest.id = (
    SELECT id FROM messages
    WHERE counts = 1 AND chat_type = chat.chat_type AND chat_id = chat.chat_id ORDER BY at DESC, id DESC LIMIT 1
  );
`

/** Migration that lets messages tell who waits, and since when. */
export const countMessages = `
  ALTER TABLE messages ADD COLUMN direction TEXT;
  ALTER TABLE messages ADD COLUMN channel_id TEXT;
  ALTER TABLE messages ADD COLUMN counts INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX messages_by_turn ON messages (chat_type, chat_id, at, id, direction, channel_id) WHERE counts = 1;
  CREATE INDEX messages_by_direction ON messages (chat_type, chat_id, direction, at) WHERE counts = 1;
  ${fillChatStates}
`
