import type { contactSchema } from '@crm-chat/vendors/wazzup-v3'
import type * as z from 'zod'
import type { ContactUpload } from '../../store/entities/contacts.ts'
import { toChatId } from './toChatId.ts'

/** A contact of v3 as the store takes it: each way to reach it leads to a dialogue. */
export function toContactUpload({ contactData, ...contact }: z.output<typeof contactSchema>): ContactUpload {
  return { ...contact, chats: contactData.map((recipient) => ({ ...recipient, chatId: toChatId(recipient) })) }
}
