import type { Chat, Message } from '@crm-chat/protocol'
import { type Message as VendorMessage, VendorRequestError, type Whatomate } from '@crm-chat/vendors/whatomate'
import type { BackendConversation } from '../../backend.ts'
import { OperationError } from '../../errors.ts'
import type { Connection } from '../createConnection.ts'
import { defined } from '../defined.ts'
import { findContactId, isContactId, toChat } from './contacts.ts'
import type { MediaIds } from './mediaIds.ts'
import { readButtons } from './readButtons.ts'

/** Messages that are looked at to find out if the last one was seen. */
const newest = 50

/** Conversations: one a contact, whose id is the conversation's. Reading one marks nothing as read. */
export function createConversation(connection: Connection<Whatomate>, mediaIds: MediaIds): BackendConversation {
  const { call } = connection
  return {
    chatOf: ({ conversationId, signal }) => findChat({ connection, contactId: conversationId, signal }),
    idOf: async ({ chat: { chatType, chatId } }) =>
      chatType === 'whatsapp' ? call((whatomate) => findContactId({ whatomate, chatId })) : undefined,
    async page({ conversationId, before, limit, signal }) {
      if (before !== undefined && !isContactId(before)) throw noPage()
      const chat = await findChat({ connection, contactId: conversationId, signal })
      if (!chat) throw new OperationError({ code: 'not_found', message: 'There is no such conversation.' })
      const parameters = { contact_id: conversationId, before, limit: Math.min(limit, 100) }
      const { messages, has_more } = await call((whatomate) => whatomate.fetchMessages(parameters, { signal }))
      if (messages.some(({ id }) => id === before)) throw noPage() // The server ignores a cursor that it does not know.
      const read = await Promise.all(messages.map((message) => toMessage({ message, chat, mediaIds })))
      return { messages: read, before: (has_more && messages[0]?.id) || null }
    },
    markRead: ({ conversationId, messageId }) =>
      call(async (whatomate) => {
        if (await isNewest({ whatomate, contactId: conversationId, messageId })) {
          await whatomate.markContactRead({ contact_id: conversationId })
        }
      }),
  }
}

function noPage(): OperationError {
  return new OperationError({ code: 'invalid_request', message: 'before: is the cursor of no page.' })
}

/** Finds the chat of a contact; undefined for one that does not exist. */
export async function findChat({
  connection: { call },
  contactId,
  signal,
}: {
  connection: Connection<Whatomate>
  contactId: string
  signal: AbortSignal
}): Promise<Chat | undefined> {
  if (!isContactId(contactId)) return undefined
  return call(async (whatomate) => {
    try {
      return toChat(await whatomate.fetchContact({ contact_id: contactId }, { signal }))
    } catch (error) {
      if (error instanceof VendorRequestError && error.status === 404) return undefined
      throw error
    }
  })
}

/** The server marks all or nothing: a message that came after the last one seen would be marked too. */
async function isNewest({
  whatomate,
  contactId,
  messageId,
}: {
  whatomate: Whatomate
  contactId: string
  messageId: string
}): Promise<boolean> {
  const { messages } = await whatomate.fetchMessages({ contact_id: contactId, limit: newest })
  const seen = messages.findIndex(({ id }) => id === messageId)
  return seen >= 0 && !messages.slice(seen + 1).some(({ direction }) => direction === 'incoming')
}

const types: Readonly<Record<string, Message['type']>> = {
  text: 'text',
  image: 'image',
  video: 'video',
  audio: 'audio',
  document: 'document',
  template: 'template',
  interactive: 'interactive',
  flow: 'interactive',
  reaction: 'reaction',
  location: 'location',
  contact: 'contact',
  call: 'system',
}

/** Turns a message of the server into one of the contract. */
async function toMessage({
  message,
  chat,
  mediaIds,
}: {
  message: VendorMessage
  chat: Chat
  mediaIds: MediaIds
}): Promise<Message> {
  const { id, contact_id: contactId, direction, content, created_at, reactions } = message
  return {
    id,
    chat,
    conversationId: contactId,
    direction,
    type: toType(message),
    at: toTime(created_at),
    ...defined({
      channelId: message.whatsapp_account,
      text: content.body === '' ? undefined : content.body,
      file: message.media_url === undefined ? undefined : await toFile({ message, mediaIds }),
      status: message.status,
      explanation: message.status === 'failed' ? message.error_message : undefined,
      buttons: readButtons(message.interactive_data),
      quotedMessageId: message.reply_to_message_id,
      reactions: reactions.length === 0 ? undefined : reactions.map(toReaction),
    }),
  }
}

/** A call that nobody took is told by its text alone. */
function toType({ message_type: type, content: { body } }: VendorMessage): Message['type'] {
  if (type === 'call' && /miss/i.test(body)) return 'missedCall'
  return Object.hasOwn(types, type) ? (types[type] ?? 'unsupported') : 'unsupported'
}

async function toFile({ message, mediaIds }: { message: VendorMessage; mediaIds: MediaIds }): Promise<Message['file']> {
  const mediaId = await mediaIds.sign({ contactId: message.contact_id, messageId: message.id })
  return { mediaId, ...defined({ name: message.media_filename, mimeType: message.media_mime_type }) }
}

function toReaction({ emoji, from_phone, from_user }: VendorMessage['reactions'][number]) {
  return { emoji, ...defined({ author: from_user ?? from_phone }) }
}

function toTime(time: string | undefined): string {
  const at = Date.parse(time ?? '')
  return new Date(Number.isNaN(at) ? 0 : at).toISOString()
}
