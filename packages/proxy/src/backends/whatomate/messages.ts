import type { MessageAccepted, MessageRequest } from '@crm-chat/protocol'
import { type MediaType, mediaLimits, type Whatomate } from '@crm-chat/vendors/whatomate'
import type { BackendMessages, OutgoingFile } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { defined } from '../defined.ts'
import { describeFields } from '../describeFields.ts'
import { type MissingFields, refuseFields, unsupported } from '../unsupported.ts'
import { findContactId, isContactId } from './contacts.ts'
import { toInteractive } from './keyboards.ts'
import { toTemplateParameters } from './templates.ts'

const missing: MissingFields = {
  keepUnanswered: 'At Whatomate every reply takes its chat out of the unanswered ones.',
}

const describe = describeFields([
  ['interactive.buttons', 'keyboard.buttons'],
  ['interactive.button_text', 'keyboard.text'],
  ['interactive.url', 'keyboard.url'],
  ['interactive.body', 'text'],
  ['content', 'text'],
  ['reply_to_message_id', 'quotedMessageId'],
  ['whatsapp_account', 'channelId'],
  ['account_name', 'channelId'],
  ['phone_number', 'to.chatId'],
  ['template_id', 'template.id'],
  ['template_params', 'template.values'],
  ['button_params', 'template.buttonPayloads'],
  ['contact_id', 'to.chatId'],
])

/**
 * Sending. The author is always the user who made the key. The server has no idempotency key: a message goes out once,
 * and a `crmMessageId` stays with the proxy.
 */
export function createMessages({ call }: Connection<Whatomate>): BackendMessages {
  return {
    takesFiles: true,
    takesCaptions: true,
    async send({ request, file }): Promise<MessageAccepted> {
      refuseFields({ request, missing })
      const chatId = toChatId(request.to)
      const send = request.template ? sendTemplate : sendToContact
      const { id: messageId } = await call((whatomate) => send({ whatomate, request, chatId, file }), describe)
      return { messageId }
    },
  }
}

interface Sending {
  whatomate: Whatomate
  request: MessageRequest
  chatId: string
  file: OutgoingFile | undefined
}

/** In WhatsApp a chat's id is its phone number. */
function toChatId(to: MessageRequest['to']): string {
  if (to.chatType !== 'whatsapp') throw unsupported({ field: 'to.chatType', reason: 'Whatomate has WhatsApp only.' })
  if ('username' in to) throw unsupported({ field: 'to.username', reason: 'WhatsApp finds nobody by a user name.' })
  return 'chatId' in to ? to.chatId : to.phone
}

/** A template may go to a number that has no contact yet: the server makes one. */
async function sendTemplate({ whatomate, request, chatId }: Sending): Promise<{ id: string }> {
  const { template, keyboard, quotedMessageId, channelId } = request
  if (keyboard) throw unsupported({ field: 'keyboard', reason: 'a template has buttons of its own.' })
  if (quotedMessageId)
    throw unsupported({ field: 'quotedMessageId', reason: 'a template quotes nothing at Whatomate.' })
  const recipient = isContactId(chatId) ? { contact_id: chatId } : { phone_number: chatId }
  const content = await toTemplateParameters({ whatomate, template })
  return whatomate.sendTemplate({ ...recipient, ...content, ...defined({ account_name: channelId }) })
}

async function sendToContact({ whatomate, request, chatId, file }: Sending): Promise<{ id: string }> {
  const { text, caption, keyboard, quotedMessageId, channelId } = request
  if (text === undefined && !file)
    throw unsupported({ field: 'fileUrl', reason: 'Whatomate takes files themselves, and no links.' })
  if (text === undefined && quotedMessageId)
    throw unsupported({ field: 'quotedMessageId', reason: 'a file quotes nothing at Whatomate.' })
  if (text === undefined && keyboard)
    throw unsupported({ field: 'keyboard', reason: 'a file has no buttons at Whatomate.' })
  const interactive = text !== undefined && keyboard ? toInteractive({ text, keyboard }) : undefined
  const contactId = await findContactId({ whatomate, chatId })
  if (contactId === undefined) {
    throw unsupported({ field: 'to.chatId', reason: 'there is no such contact. Only a template may write first.' })
  }
  const contact = { contact_id: contactId, ...defined({ whatsapp_account: channelId }) }
  const settings = { ...contact, ...defined({ reply_to_message_id: quotedMessageId }) }
  if (interactive) return whatomate.sendMessage({ ...settings, type: 'interactive', interactive })
  if (text !== undefined) return whatomate.sendMessage({ ...settings, type: 'text', text })
  const media = toMedia(file)
  if (caption !== undefined && media.type === 'audio')
    throw unsupported({ field: 'caption', reason: 'WhatsApp shows no text with a sound.' })
  return whatomate.sendMedia({ ...contact, ...media, ...defined({ caption }) })
}

function toMedia(file: OutgoingFile | undefined): { type: MediaType; file: Blob; filename: string } {
  const { bytes = new Uint8Array(), mimeType = '', name = 'file' } = file ?? {}
  return { type: toMediaType(mimeType), file: new Blob([new Uint8Array(bytes)], { type: mimeType }), filename: name }
}

/** Pictures, videos and sounds that WhatsApp does not play go as documents. */
function toMediaType(mimeType: string): MediaType {
  const kinds = ['image', 'video', 'audio'] as const
  return kinds.find((kind) => mediaLimits[kind].types.test(mimeType.split(';')[0] ?? '')) ?? 'document'
}
