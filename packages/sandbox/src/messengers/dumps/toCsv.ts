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

/** Converts messages to CSV (RFC 4180) with a header line. */
export function toCsv(messages: Message[]): string {
  const lines = messages.map((message) => columns.map(({ read }) => toCell(read(message))))
  return [columns.map(({ name }) => name), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')
}

/**
 * A cell that spreadsheets treat as text. A customer's message could start with `=`, `+`, `-` or `@`, possibly after a tab
 * or a line break, which would make it a formula.
 */
function toCell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
