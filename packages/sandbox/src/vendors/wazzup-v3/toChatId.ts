import { createHash } from 'node:crypto'
import type { contactSchema } from '@crm-chat/vendors/wazzup-v3'
import type * as z from 'zod'
import type { ContactUpload } from '../../store/entities/contacts.ts'

/**
 * The id of the dialogue with a recipient. Telegram maps a username or a phone number to a number; here the number is
 * derived from it, so that the same recipient has the same dialogue.
 */
export function toChatId({
  chatId,
  username,
  phone,
}: {
  chatId?: string | undefined
  username?: string | undefined
  phone?: string | undefined
}): string {
  if (chatId !== undefined) return chatId
  const known = username === undefined ? `phone:${phone}` : `username:${username.toLowerCase()}`
  return String(createHash('sha256').update(known).digest().readUIntBE(0, 5) + 100_000_000)
}

/** Converts a contact for the store. Each of its recipients has a dialogue. */
export function toContactUpload({ contactData, ...contact }: z.output<typeof contactSchema>): ContactUpload {
  return { ...contact, chats: contactData.map((recipient) => ({ ...recipient, chatId: toChatId(recipient) })) }
}
