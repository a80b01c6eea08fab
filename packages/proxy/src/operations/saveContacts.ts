import { chatSchema } from '@crm-chat/protocol'
import * as z from 'zod'
import type { Backend, ChatContact } from '../backend.ts'
import { describeIssues } from '../describeIssues.ts'
import { OperationError } from '../errors.ts'

const contactsSchema = z.array(
  z.object({
    id: z.string().min(1).max(200),
    name: z.string().min(1).max(200),
    responsibleUserId: z.string().min(1).max(64).optional(),
    chats: z.array(chatSchema),
  }),
)

/** Checks contacts and saves them at the vendor. @throws {OperationError} */
export async function saveContacts({
  backend,
  contacts,
}: {
  backend: Backend
  contacts: ChatContact[]
}): Promise<void> {
  if (!backend.saveContacts) {
    throw new OperationError({ code: 'not_supported', message: `${backend.name} keeps no contacts.` })
  }
  await backend.saveContacts(parseContacts(contacts))
}

function parseContacts(contacts: ChatContact[]): ChatContact[] {
  const result = contactsSchema.safeParse(contacts)
  if (result.success) return result.data
  throw new OperationError({
    code: 'invalid_request',
    message: `The contacts: ${describeIssues(result.error.issues)}.`,
  })
}
