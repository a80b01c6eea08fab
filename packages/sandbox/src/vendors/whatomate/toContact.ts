import { detectMessageType } from '../../messengers/files/detectFileType.ts'
import type { Account } from '../../server/account.ts'
import { listMessages } from '../../store/entities/messages.ts'
import type { Message } from '../../store/schema.ts'
import type { PersonInChat } from './people.ts'
import { accountName } from './whatsappAccount.ts'

/** Period after a customer's message in which free text is allowed. */
export const serviceWindowMs = 24 * 60 * 60 * 1000

/** Converts a contact for responses. */
export async function toContact({ store, quirks }: Account, person: PersonInChat) {
  const { contactId, phone, profileName, lastMessageAt, lastInboundAt, assignedUserId } = person
  const [last] = await listMessages(store.database, { chatType: 'whatsapp', chatId: phone, limit: 1 })
  return {
    id: contactId,
    phone_number: quirks.isOn('whatomate.maskedPhones') ? mask(phone) : phone,
    name: profileName,
    profile_name: profileName,
    avatar_url: '',
    status: 'active',
    tags: person.tags,
    [quirks.isOn('whatomate.customFields') ? 'custom_fields' : 'metadata']: person.metadata,
    last_message_at: lastMessageAt === null ? null : toTime(lastMessageAt),
    last_message_preview: last ? toPreview(last) : '',
    unread_count: quirks.isOn('whatomate.botReads') ? 0 : person.unread,
    ...(assignedUserId !== null && { assigned_user_id: assignedUserId }),
    whatsapp_account: accountName,
    ...(lastInboundAt !== null && { last_inbound_at: toTime(lastInboundAt) }),
    service_window_open: lastInboundAt !== null && store.clock.now() - lastInboundAt < serviceWindowMs,
    marketing_opt_out: person.marketingOptOut,
    created_at: toTime(person.createdAt),
    updated_at: toTime(person.updatedAt),
  }
}

/** Unix milliseconds as RFC 3339. */
export function toTime(ms: number): string {
  return new Date(ms).toISOString()
}

/** Cut at 100 bytes, which may split a character. */
function toPreview(message: Message): string {
  if (!message.text) return toPlaceholder(message)
  const bytes = Buffer.from(message.text)
  return bytes.length > 100 ? `${bytes.subarray(0, 100).toString()}...` : message.text
}

/** For the company's messages, the type has a capital letter, and a document its name. */
function toPlaceholder(message: Message): string {
  const type = detectMessageType(message)
  if (message.direction === 'incoming') return `[${type}]`
  if (type === 'text') return '[Message]'
  const name = decodeURIComponent(message.content?.split('/').at(-1) ?? '')
  return type === 'document' ? `[Document: ${name}]` : `[${type.charAt(0).toUpperCase()}${type.slice(1)}]`
}

function mask(phone: string): string {
  return phone.slice(0, -4).replace(/./g, '*') + phone.slice(-4)
}
