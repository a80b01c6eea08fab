import { chatSchema, chatTypeSchema } from '@crm-chat/vendors/wazzup-v2'
import * as z from 'zod'
import type { Refusal } from '../../server/http/respondError.ts'

/**
 * Finds the vendor's own code for a problem with a `send_message` body. The chat is checked before the content.
 * @returns nothing if no code applies; the body may still break the schema
 * @see CRM API V2, "Error sending messages"
 */
export function refuseMessage(body: unknown): Refusal | undefined {
  const fields = fieldsSchema.safeParse(body).data
  const rule = fields && rules.find(({ applies }) => applies(fields))
  return rule && { status: 400, code: rule.code, description: rule.description }
}

const fieldsSchema = z.record(z.string(), z.unknown())
type Fields = z.infer<typeof fieldsSchema>

const rules: { code: string; description: string; applies: (fields: Fields) => boolean }[] = [
  {
    code: 'CHAT_MISSING_CHAT_TYPE',
    description: 'chatType not passed. Select the type of chat from the list: instagram, whatsapp, vk, telegram.',
    applies: ({ chatType }) => isMissing(chatType),
  },
  {
    code: 'CHAT_WRONG_CHAT_TYPE',
    description: 'Invalid chat type: it is not in the list instagram, whatsapp, vk, telegram.',
    applies: ({ chatType }) => !chatTypeSchema.safeParse(chatType).success,
  },
  {
    code: 'CHAT_MISSING_CHAT_ID',
    description: 'Chat id not transmitted.',
    applies: ({ chatId }) => isMissing(chatId),
  },
  {
    code: 'CHAT_INCORRECT_CHAT_ID_WHATSAPP',
    description:
      'Invalid WhatsApp number: it must be international, of 9 to 16 digits and nothing else; Russian numbers start with 7.',
    applies: ({ chatType, chatId }) => chatType === 'whatsapp' && !isWhatsappNumber(chatId),
  },
  {
    code: 'MESSAGE_ONLY_TEXT_OR_CONTENT',
    description: 'The message can contain text or content, not both.',
    applies: ({ text, content }) => !isMissing(text) && !isMissing(content),
  },
  {
    code: 'MESSAGE_TEXT_CAN_NOT_BE_BLANK',
    description: 'Text message cannot be empty.',
    applies: ({ text, content }) => isBlank(text) && isMissing(content),
  },
  {
    code: 'MESSAGE_CONTENT_CAN_NOT_BE_BLANK',
    description: 'File content cannot be empty.',
    applies: ({ text, content }) => isBlank(content) && isMissing(text),
  },
  {
    code: 'MESSAGE_NOTHING_TO_SEND',
    description: 'Message text not found: give text or content.',
    applies: ({ text, content }) => isMissing(text) && isMissing(content),
  },
  {
    code: 'MESSAGE_TEXT_TOO_LONG',
    description: 'The text message is longer than 10,000 characters.',
    applies: ({ text }) => typeof text === 'string' && text.length > 10_000 && [...text].length > 10_000,
  },
  {
    code: 'MESSAGE_DOWNLOAD_CONTENT_ERROR',
    description: 'Failed to download content: the link is not an http or https address.',
    applies: ({ content }) => typeof content === 'string' && content !== '' && !/^https?:\/\/./i.test(content),
  },
]

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === ''
}

/** No country has the code 89: eleven digits that start with it are a Russian mobile number as dialled at home. */
function isWhatsappNumber(chatId: unknown): boolean {
  const chat = chatSchema.safeParse({ chatType: 'whatsapp', chatId })
  return chat.success && !/^89\d{9}$/.test(chat.data.chatId)
}
