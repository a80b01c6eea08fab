import type { NamedChat } from '@crm-chat/protocol'
import { namedChatSchema } from '@crm-chat/vendors/wazzup-v2'
import type * as z from 'zod'
import { describeIssues } from '../describeIssues.ts'
import { OperationError } from '../errors.ts'

/** A chat that passes the vendor's own rules. */
export type VendorChat = z.output<typeof namedChatSchema>

/**
 * Checks a chat against the vendor's rules, e.g. a whatsapp id without a plus sign.
 * @throws {OperationError} `invalid_request`, naming the field.
 */
export function toVendorChat({ chat, path }: { chat: NamedChat; path: string }): VendorChat {
  const result = namedChatSchema.safeParse(chat)
  if (result.success) return result.data
  throw new OperationError({
    code: 'invalid_request',
    message: `In ${path}: ${describeIssues(result.error.issues)}.`,
  })
}
