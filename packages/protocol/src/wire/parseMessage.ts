import type { Message, MessageButton, StatusChange } from '../messages.ts'
import { isTime } from './isTime.ts'
import { fields, flag, listOf, number, oneOf, optional, type Read, text, toGuard } from './read.ts'

/** Reads a time in ISO 8601, with `Z` or an offset. */
const time: Read<string> = (value) => {
  const written = text(value)
  const [, local = '', zone = ''] = /^(.*?)(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/s.exec(written) ?? []
  if (zone === '' || !isTime(`${local}Z`)) throw new TypeError('It is no time.')
  return written
}

const optionalText = optional(text)

const readButton: Read<MessageButton> = fields<MessageButton>({
  text,
  url: optionalText,
  description: optionalText,
  section: optionalText,
  row: optional(number),
  intent: optionalText,
})

/** Reads a message. @throws where it is none */
export const readMessage: Read<Message> = fields<Message>({
  id: text,
  chat: fields<Message['chat']>({ chatType: text, chatId: text }),
  conversationId: optionalText,
  channelId: optionalText,
  direction: oneOf('incoming', 'outgoing'),
  type: text,
  text: optionalText,
  file: optional(fields<NonNullable<Message['file']>>({ mediaId: text, name: optionalText, mimeType: optionalText })),
  status: optionalText,
  code: optionalText,
  explanation: optionalText,
  author: optional(fields<NonNullable<Message['author']>>({ id: optionalText, name: optionalText })),
  quotedMessageId: optionalText,
  buttons: optional(listOf(readButton)),
  reactions: optional(listOf(fields<NonNullable<Message['reactions']>[number]>({ emoji: text, author: optionalText }))),
  edited: optional(flag),
  deleted: optional(flag),
  at: time,
})

/** Reads the data of a `message` event, as {@link messageSchema} does; undefined for anything else. */
export const parseMessage: (data: unknown) => Message | undefined = toGuard(readMessage)

/** Reads the data of a `status` event, as {@link statusChangeSchema} does; undefined for anything else. */
export const parseStatusChange: (data: unknown) => StatusChange | undefined = toGuard(
  fields<StatusChange>({
    messageId: text,
    requestId: optionalText,
    status: text,
    code: optionalText,
    explanation: optionalText,
  }),
)
