import * as z from 'zod'
import { beginsWithTrunk8, trunk8Problem } from '../trunk8.ts'

/** Messengers of API v3; those that end in `group` are group chats. The documents name the first four, the live service all. */
export const chatTypeSchema = z.enum([
  'whatsapp',
  'whatsgroup',
  'instagram',
  'telegram',
  'telegroup',
  'viber',
  'vk',
  'avito',
  'max',
  'maxgroup',
])
/** A messenger of API v3. */
export type ChatType = z.infer<typeof chatTypeSchema>

/** The contact's account in a messenger: for whatsapp digits only, for instagram without the `@`. */
export const chatIdSchema = z.union([z.string().min(1).max(200), z.int().nonnegative()]).transform(String)

/** A phone number: international, digits only, without `+`. */
export const phoneSchema = z
  .string()
  .regex(/^\d{8,15}$/, 'a phone number is 8 to 15 digits, digits only')
  .refine((phone) => !beginsWithTrunk8(phone), trunk8Problem)

/** A Telegram name, without the `@`. */
export const usernameSchema = z.string().regex(/^[^@\s]{1,100}$/, 'a username has no @ and no spaces')

/** Describes the problem with a chat's id in its messenger, if there is one. */
export function chatIdProblem({ chatType, chatId }: { chatType: ChatType; chatId: string }): string | undefined {
  if (chatType === 'whatsapp' && !/^\d{9,16}$/.test(chatId)) {
    return 'a whatsapp chatId is an international phone number of 9 to 16 digits, digits only'
  }
  if (chatType === 'viber' && !/^\d+$/.test(chatId)) return 'a viber chatId is a phone number, digits only'
  if ((chatType === 'whatsapp' || chatType === 'viber') && beginsWithTrunk8(chatId)) return trunk8Problem
  if (chatType === 'instagram' && chatId.startsWith('@')) return 'an instagram chatId has no leading @'
  return undefined
}

/**
 * Maximum length of a text in each messenger, in characters. WABA's own limit is lower than WhatsApp's: 4,096 by one page, 1,024 by
 * another. A message does not say which of the two its channel is, so the vendor decides. Viber's limit is unknown.
 */
export const textLimits: Record<ChatType, number> = {
  whatsapp: 10_000,
  whatsgroup: 10_000,
  instagram: 1_000,
  telegram: 4_096,
  telegroup: 4_096,
  viber: Number.POSITIVE_INFINITY,
  vk: 1_000,
  avito: 1_000,
  max: 4_096,
  maxgroup: 4_096,
}
