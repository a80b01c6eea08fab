import { chatIdSchema, chatTypeSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import type { Refusal } from '../../server/http/respondError.ts'
import { findTooLong } from './findTooLong.ts'

/**
 * Finds the vendor's own code for a problem with a message. The chat is checked before the content.
 * @returns nothing if no code applies; the body may still break the schema
 * @see API v3, "Errors when sending messages"
 */
export function refuseMessage(body: unknown): Refusal | undefined {
  const fields = fieldsSchema.safeParse(body).data
  if (!fields) return undefined
  const rule = rules.find(({ applies }) => applies(fields))
  const found = rule ?? findTooLong(fields)
  return found && { status: 400, code: found.code, description: found.description, data: { fields: [found.field] } }
}

const fieldsSchema = z.record(z.string(), z.unknown())
type Fields = z.infer<typeof fieldsSchema>

const rules: { code: string; field: string; description: string; applies: (fields: Fields) => boolean }[] = [
  {
    code: 'CHAT_MISSING_CHAT_TYPE',
    field: 'chatType',
    description: 'chatType is not transmitted.',
    applies: ({ chatType }) => isMissing(chatType),
  },
  {
    code: 'CHAT_WRONG_CHAT_TYPE',
    field: 'chatType',
    description: `Invalid chat type: it must be one of ${chatTypeSchema.options.join(', ')}.`,
    applies: ({ chatType }) => !chatTypeSchema.safeParse(chatType).success,
  },
  {
    code: 'CHAT_MISSING_CHAT_ID',
    field: 'chatId',
    description: 'chatId is not transmitted; only Telegram and MAX find a contact by username or phone.',
    applies: ({ chatId, username, phone }) => [chatId, username, phone].every(isMissing),
  },
  {
    code: 'CHAT_INCORRECT_CHAT_ID_WHATSAPP',
    field: 'chatId',
    description: 'Incorrect WhatsApp number: it is international, of 9 to 16 digits without +.',
    applies: ({ chatType, chatId }) => chatType === 'whatsapp' && !isMissing(chatId) && !isWhatsappNumber(chatId),
  },
  {
    code: 'MESSAGE_ONLY_TEXT_OR_CONTENT',
    field: 'contentUri',
    description: 'The message can contain text or content, not both.',
    applies: ({ text, contentUri }) => !isMissing(text) && !isMissing(contentUri),
  },
  {
    code: 'MESSAGE_TEXT_CAN_NOT_BE_BLANK',
    field: 'text',
    description: 'The text message cannot be empty.',
    applies: ({ text, contentUri, templateId }) => isBlank(text) && isMissing(contentUri) && isMissing(templateId),
  },
  {
    code: 'MESSAGE_CONTENT_CAN_NOT_BE_BLANK',
    field: 'contentUri',
    description: 'A file with content cannot be empty.',
    applies: ({ text, contentUri }) => isBlank(contentUri) && isMissing(text),
  },
  {
    code: 'MESSAGE_NOTHING_TO_SEND',
    field: 'text',
    description: 'No message text was found.',
    applies: ({ text, contentUri, templateId }) => [text, contentUri, templateId].every(isMissing),
  },
  {
    code: 'MESSAGE_DOWNLOAD_CONTENT_ERROR',
    field: 'contentUri',
    description: 'Failed to download content: the link is not an http or https address.',
    applies: ({ contentUri }) =>
      typeof contentUri === 'string' && contentUri !== '' && !/^https?:\/\/./i.test(contentUri),
  },
]

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === ''
}

function isWhatsappNumber(chatId: unknown): boolean {
  const id = chatIdSchema.safeParse(chatId)
  return id.success && /^\d{9,16}$/.test(id.data)
}
