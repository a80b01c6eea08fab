import { chatSchema } from '@crm-chat/protocol'
import * as z from 'zod'
import type { ChatContact, ChatDeal, StaffUser } from '../backend.ts'

const id = z.string().min(1).max(200)
const userId = z.string().min(1).max(64)
const name = z.string().min(1).max(200)

/** Schema of {@link StaffUser}. */
export const staffUserSchema: z.ZodType<StaffUser> = z.object({
  id: userId,
  name: z.string().min(1).max(150),
  phone: z.string().min(1).max(32).optional(),
})

/** Schema of {@link ChatContact}. */
export const contactSchema: z.ZodType<ChatContact> = z.object({
  id,
  name,
  responsibleUserId: userId.optional(),
  chats: z.array(chatSchema),
})

/** Schema of {@link ChatDeal}. */
export const dealSchema: z.ZodType<ChatDeal> = z.object({
  id,
  name,
  responsibleUserId: userId.optional(),
  contactIds: z.array(id),
  closed: z.boolean().optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .optional(),
})

/** Schema of an id to delete. */
export const idSchema: z.ZodType<string> = id
