import type { Message } from '../../store/schema.ts'

const columns: { name: string; read: (message: Message) => string | number | null }[] = [
  { name: 'message_id', read: ({ messageId }) => messageId },
  { name: 'date_time', read: ({ sentAt }) => new Date(sentAt).toISOString() },
  { name: 'channel_id', read: ({ channelId }) => channelId },
  { name: 'chat_type', read: ({ chatType }) => chatType },
  { name: 'chat_id', read: ({ chatId }) => chatId },
  { name: 'direction', read: ({ direction }) => direction },
  { name: 'status', read: ({ status }) => status },
  { name: 'author', read: ({ authorName }) => authorName },
  { name: 'text', read: ({ text }) => text },
  { name: 'attachment', read: ({ content }) => content },
]

/** Writes messages as CSV (RFC 4180), with a line of names above. */
export function toCsv(messages: Message[]): string {
  const lines = messages.map((message) => columns.map(({ read }) => toCell(read(message))))
  return [columns.map(({ name }) => name), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')
}

/**
 * A cell that a spreadsheet takes for text: customers write what they like, and `=`, `+`, `-` or `@` in front, also
 * after a tab or a line break, would make a formula of it.
 */
function toCell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
