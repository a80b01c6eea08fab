import * as z from 'zod'
import { beginsWithTrunk8, trunk8Problem } from '../trunk8.ts'

/** Messengers of the partner API; the ones that end in `group` are group chats. */
export const chatTypeSchema = z.enum([
  'whatsapp',
  'whatsgroup',
  'viber',
  'instagram',
  'telegram',
  'telegroup',
  'vk',
  'avito',
  'max',
  'maxgroup',
])
/** A messenger of the partner API. */
export type ChatType = z.infer<typeof chatTypeSchema>

/** The contact's account in a messenger. Sent as a string; some responses hold a number. */
export const chatIdSchema = z.union([z.string().min(1).max(200), z.int().nonnegative()]).transform(String)

/** Describes the problem with a chat id in its messenger, if there is one. */
export function chatIdProblem({ chatType, chatId }: { chatType: ChatType; chatId: string }): string | undefined {
  if (chatType === 'whatsapp' && !/^\d{9,16}$/.test(chatId)) {
    return 'a whatsapp chat_id is an international phone number of 9 to 16 digits, digits only'
  }
  if (chatType === 'viber' && !/^\d+$/.test(chatId)) return 'a viber chat_id is a phone number, digits only'
  if ((chatType === 'whatsapp' || chatType === 'viber') && beginsWithTrunk8(chatId)) return trunk8Problem
  if (chatType === 'instagram' && chatId.startsWith('@')) return 'an instagram chat_id has no leading @'
  return undefined
}

/**
 * Maximum length of a text in each messenger, in characters. `whatsapp` includes WABA, whose own limit is lower (1,024): a message
 * does not say which of the two its channel is. Viber's limit is unknown.
 */
export const textLimits: Record<ChatType, number> = {
  whatsapp: 10_000,
  whatsgroup: 10_000,
  viber: Number.POSITIVE_INFINITY,
  instagram: 1_000,
  telegram: 4_096,
  telegroup: 4_096,
  vk: 1_000,
  avito: 1_000,
  max: 4_096,
  maxgroup: 4_096,
}
