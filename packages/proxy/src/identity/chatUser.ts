import * as z from 'zod'

/** A member of staff, as the CRM's session names them. The vendor knows them by `id`. */
export interface ChatUser {
  /** 1 to 64 characters. */
  id: string
  /** The sender's name on messages, 1 to 150 characters. */
  name: string
  /** Roles in the CRM. `adminRoles` of the proxy's options names those that may administer channels and exports. */
  roles?: string[] | undefined
  /**
   * The CRM's own customer whose account this is, where one proxy serves several: 1 to 64 letters, digits, `-` and `_`. Users
   * of different tenants never meet.
   */
  tenant?: string | undefined
}

/** A user as the CRM's hook may return one: numbers are ids too. */
export interface IdentifiedUser extends Omit<ChatUser, 'id'> {
  id: string | number
}

const idSchema = z.preprocess(
  (id) => (Number.isSafeInteger(id) ? String(id) : id),
  z.string({ error: 'must be a string or a safe integer' }).min(1).max(64),
)

/** Schema of {@link ChatUser}: other fields of the CRM's own user are left out. */
export const chatUserSchema: z.ZodType<ChatUser> = z.object({
  id: idSchema,
  name: z.string().min(1).max(150),
  roles: z.array(z.string()).optional(),
  tenant: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'must be 1 to 64 letters, digits, - and _')
    .optional(),
})
