import * as z from 'zod'
import { beginsWithTrunk8, trunk8Problem } from '../trunk8.ts'

/** Messengers of API V2. */
export const chatTypeSchema = z.enum(['whatsapp', 'instagram', 'telegram', 'vk'])
/** A messenger of API V2. */
export type ChatType = z.infer<typeof chatTypeSchema>

/** A user's id: an integer, or a string of up to 64 characters. */
export const userIdSchema = z.union([z.string().min(1).max(64), z.int()])

/** The contact's account in a messenger: for whatsapp digits only, for instagram without the `@`. */
export const chatIdSchema = z.union([z.string().min(1).max(200), z.int().nonnegative()]).transform(String)

const chatShape = { chatType: chatTypeSchema, chatId: chatIdSchema }

/** A dialogue in one messenger. A whatsapp id with anything but digits is refused, an instagram id with a leading `@` too. */
export const chatSchema = z.object(chatShape).superRefine(checkChatId)
/** A dialogue in one messenger, and the name a missing contact is created with. */
export const namedChatSchema = z.object({ ...chatShape, name: z.string().max(200).optional() }).superRefine(checkChatId)
/** A dialogue in one messenger. */
export type Chat = z.input<typeof chatSchema>

/** Refuses a whatsapp id with anything but digits, and an instagram id with a leading `@`. */
export function checkChatId(
  { chatType, chatId }: { chatType: ChatType; chatId: string },
  context: z.RefinementCtx,
): void {
  const message = chatIdProblem({ chatType, chatId })
  if (message) context.addIssue({ code: 'custom', path: ['chatId'], message })
}

function chatIdProblem({ chatType, chatId }: { chatType: ChatType; chatId: string }): string | undefined {
  if (chatType === 'whatsapp' && !/^\d{9,16}$/.test(chatId)) {
    return 'a whatsapp chatId is an international phone number of 9 to 16 digits, digits only'
  }
  if (chatType === 'whatsapp' && beginsWithTrunk8(chatId)) return trunk8Problem
  if (chatType === 'instagram' && chatId.startsWith('@')) return 'an instagram chatId has no leading @'
  return undefined
}
