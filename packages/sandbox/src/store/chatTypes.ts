import * as z from 'zod'

/** Messengers a dialogue can be in; those that end in `group` are group chats. */
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
/** A messenger a dialogue can be in. */
export type ChatType = z.infer<typeof chatTypeSchema>

/** Identifies one dialogue. */
export interface Chat {
  chatType: ChatType
  chatId: string
}

/** Keeps only the fields that identify a dialogue. */
export function toChatKey({ chatType, chatId }: Chat): Chat {
  return { chatType, chatId }
}

/** Identifies one dialogue by the customer's account: a WhatsApp number has digits only, an Instagram name has no `@`. */
export const chatSchema = z
  .object({
    chatType: chatTypeSchema,
    chatId: z.union([z.string().min(1).max(200), z.int().nonnegative()]).transform(String),
  })
  .superRefine((chat, context) => {
    const message = chatIdProblem(chat)
    if (message) context.addIssue({ code: 'custom', path: ['chatId'], message })
  })

function chatIdProblem({ chatType, chatId }: { chatType: ChatType; chatId: string }): string | undefined {
  if (chatType === 'whatsapp' && !/^\d{9,16}$/.test(chatId)) {
    return 'a whatsapp chatId is an international phone number of 9 to 16 digits, digits only'
  }
  if (chatType === 'viber' && !/^\d+$/.test(chatId)) return 'a viber chatId is a phone number, digits only'
  if (chatType === 'instagram' && chatId.startsWith('@')) return 'an instagram chatId has no leading @'
  return undefined
}
