import * as z from 'zod'

/** A member of staff, as the CRM's session names them. The vendor knows them by `id`. */
export interface ChatUser {
  /** 1 to 64 characters. */
  id: string
  /** The sender's name on messages, 1 to 150 characters. */
  name: string
  roles?: string[] | undefined
}

/** Schema of {@link ChatUser}: other fields of the CRM's own user are left out. */
export const chatUserSchema: z.ZodType<ChatUser> = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(150),
  roles: z.array(z.string()).optional(),
})
