import { extname } from 'node:path'
import { whatomate } from '@crm-chat/vendors/endpoints'
import { detectMessageType } from '../../messengers/files/detectFileType.ts'
import type { Account } from '../../server/account.ts'
import { getMessage } from '../../store/entities/messages.ts'
import type { Message } from '../../store/schema.ts'
import { getExtras, type MessageExtras } from './messageExtras.ts'
import { toTime } from './toContact.ts'
import { accountName } from './whatsappAccount.ts'

/** Parameters of {@link toMessage}. */
interface MessageParts {
  message: Message
  contactId: string
  extras?: MessageExtras | undefined
}

/** Converts a message for responses, or to the form in the documents of 2025. */
export async function toMessage(account: Account, parts: MessageParts): Promise<Record<string, unknown>> {
  const { message, contactId } = parts
  const extras = parts.extras ?? (await getExtras(account.store.database, message.messageId))
  if (account.quirks.isOn('whatomate.docs2025')) return toDocumented({ message, contactId, extras })
  const { messageId, sentAt, failure, editedAt } = message
  return {
    ...(account.quirks.isOn('whatomate.emptyFields') && emptyFields),
    id: messageId,
    contact_id: contactId,
    direction: message.direction,
    message_type: toType(message, extras),
    content: { body: toBody(message) },
    ...toMedia({ account, message, extras }),
    ...(extras?.interactive && { interactive_data: extras.interactive }),
    status: toStatus(message, extras),
    wamid: toWamid(message),
    error_message: failure === null ? '' : describeFailure(failure),
    ...(await toReply(account, message)),
    ...(extras && extras.reactions.length > 0 && { reactions: extras.reactions }),
    whatsapp_account: accountName,
    created_at: toTime(sentAt),
    updated_at: toTime(editedAt ?? sentAt),
  }
}

/** Empty fields, as in the samples. */
const emptyFields = {
  media_url: '',
  media_mime_type: '',
  media_filename: '',
  interactive_data: null,
  reply_to_message_id: null,
  reply_to_message: null,
  reactions: [],
}

/** Type of a message, in this server's words. */
export function toType(message: Message, extras: MessageExtras | undefined): string {
  const type = extras?.messageType ?? detectMessageType(message)
  return type === 'missedCall' ? 'call' : type
}

/** Text of a message. A call has one that the server writes. */
export function toBody({ text, kind }: Message): string {
  return text ?? (kind === 'missedCall' ? 'Missed call' : '')
}

/** Delivery status of a message, in this server's words. */
function toStatus({ status }: Message, extras: MessageExtras | undefined): string {
  if (status === 'inbound') return typeof extras?.readAt === 'number' ? 'read' : 'received'
  return status === 'sending' ? 'pending' : status
}

/** WhatsApp's id, which a message has once it is sent. */
export function toWamid({ messageId, status }: Message): string {
  return status === 'sending' || status === 'failed' ? '' : `wamid.${messageId.replaceAll('-', '')}`
}

function toDocumented({
  message,
  contactId,
  extras,
}: Required<Pick<MessageParts, 'message' | 'contactId'>> & MessageParts) {
  const status = toStatus(message, extras)
  return {
    id: message.messageId,
    wa_message_id: toWamid(message),
    contact_id: contactId,
    direction: message.direction,
    type: toType(message, extras),
    content: { text: toBody(message) },
    status: status === 'received' ? 'delivered' : status, // The documents have no word for `received`.
    timestamp: toTime(message.sentAt),
  }
}

function toMedia({ account, message, extras }: Pick<MessageParts, 'message' | 'extras'> & { account: Account }) {
  const { messageId, content } = message
  if (content === null) return {}
  const inStorage = account.quirks.isOn('whatomate.storagePaths')
  return {
    media_url: inStorage
      ? `${toType(message, extras)}s/${messageId}${extname(content)}`
      : whatomate.fetchMedia.path.replace(':id', messageId),
    ...(typeof extras?.mediaType === 'string' && { media_mime_type: extras.mediaType }),
    media_filename: extras?.mediaName ?? decodeURIComponent(content.split('/').at(-1) ?? ''),
  }
}

async function toReply({ store }: Account, { refMessageId }: Message) {
  const quoted = refMessageId === null ? undefined : await getMessage(store.database, refMessageId)
  if (!quoted) return { is_reply: false }
  const { messageId: id, direction, text } = quoted
  const extras = await getExtras(store.database, id)
  return {
    is_reply: true,
    reply_to_message_id: id,
    reply_to_message: { id, content: { body: text ?? '' }, message_type: toType(quoted, extras), direction },
  }
}

/** Describes a failure in Meta's words, which this server passes on. Other texts stay the same. */
export function describeFailure(failure: string): string {
  return sentences[failure] ?? failure
}

const sentences: Record<string, string> = {
  BAD_CONTACT: 'API error 131026: Message undeliverable',
  '24_HOURS_EXCEEDED': 'API error 131047: Re-engagement message',
  TOO_LONG_TEXT: 'API error 100: text.body is too long',
  TOO_BIG_CONTENT: 'API error 131053: Media upload error',
  MESSAGE_DOWNLOAD_CONTENT_ERROR: 'API error 131053: Media upload error',
  MESSAGE_CONTENT_CAN_NOT_BE_BLANK: 'API error 131053: Media upload error',
  MESSAGE_WRONG_CONTENT_TYPE: 'API error 131053: Media upload error',
}
