import type { SqlValue } from '../openConnection.ts'
import type { Message, messages } from '../schema.ts'
import type { Store } from '../store.ts'

/**
 * Inserts a message of the company together with its dialogue, and marks the dialogue as replied. The statements are
 * written in SQL, because a test that sends thousands of messages would spend most of its time on building them.
 * @returns nothing for a message that its window has sent before
 */
export async function insertReply(
  { connection }: Store,
  { row, clearUnanswered }: { row: typeof messages.$inferInsert; clearUnanswered: boolean },
): Promise<Message | undefined> {
  const { chatType, chatId } = row
  const message = toMessage(row)
  return connection.transact(() => {
    connection.write({ sql: insertChatSql, values: [chatType, chatId, chatId, row.sentAt] })
    const { changes, lastRowId: position } = connection.write({ sql: insertSql, values: toValues(message) })
    if (changes === 0) return undefined
    if (clearUnanswered) connection.write({ sql: markRepliedSql, values: [position, chatType, chatId] })
    return { ...message, position }
  })
}

const insertChatSql =
  'INSERT INTO chats (chat_type, chat_id, name, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'

const markRepliedSql = 'UPDATE chats SET answered_position = ? WHERE chat_type = ? AND chat_id = ?'

const insertSql = `INSERT INTO messages (
    message_id, chat_type, chat_id, channel_id, direction, text, content, status, failure, author_user_id, author_name,
    ref_message_id, client_message_id, source, template_id, template, buttons, keyboard, edited_at, deleted_at, sent_at
  ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`

function toValues(message: Omit<Message, 'position'>): SqlValue[] {
  const { messageId, chatType, chatId, channelId, direction, text, content, status, failure } = message
  const { authorUserId, authorName, refMessageId, clientMessageId, source, templateId, template } = message
  const { buttons, keyboard, editedAt, deletedAt, sentAt } = message
  return [
    ...[messageId, chatType, chatId, channelId, direction, text, content, status, failure, authorUserId, authorName],
    ...[refMessageId, clientMessageId, source, templateId, toJson(template), toJson(buttons), toJson(keyboard)],
    ...[editedAt, deletedAt, sentAt],
  ]
}

function toJson(value: object | null): string | null {
  return value && JSON.stringify(value)
}

/** The row as the store returns it: omitted columns are null. */
function toMessage(row: typeof messages.$inferInsert): Omit<Message, 'position'> {
  return {
    messageId: row.messageId,
    chatType: row.chatType,
    chatId: row.chatId,
    channelId: row.channelId,
    direction: row.direction,
    kind: row.kind ?? null,
    text: row.text ?? null,
    content: row.content ?? null,
    status: row.status,
    failure: row.failure ?? null,
    authorUserId: row.authorUserId ?? null,
    authorName: row.authorName ?? null,
    refMessageId: row.refMessageId ?? null,
    clientMessageId: row.clientMessageId ?? null,
    source: row.source ?? null,
    templateId: row.templateId ?? null,
    template: row.template ?? null,
    buttons: row.buttons ?? null,
    keyboard: row.keyboard ?? null,
    editedAt: row.editedAt ?? null,
    deletedAt: row.deletedAt ?? null,
    sentAt: row.sentAt,
  }
}
