import { messageRequestSchema } from '@crm-chat/vendors/wazzup-tech'
import * as z from 'zod'
import type { Refusal } from '../../server/http/respondError.ts'
import { refuseUnknown } from './refuseUnknown.ts'
import { badRequest } from './techErrors.ts'

const contentSchema = z.object({
  text: z.unknown().optional(),
  attachment: z.unknown().optional(),
  template: z.unknown().optional(),
})

// The documents' example has a template's buttons beside it, their table has them inside: both are accepted.
const refuseUnknownFields = refuseUnknown({ schema: messageRequestSchema, moved: ['buttons'] })

/** Finds problems that have codes of this API: more than one content, and unknown properties. */
export function refuseMessage({ body }: { body: unknown }): Refusal | undefined {
  const content = contentSchema.safeParse(body).data
  const given = content && Object.values(content).filter((part) => part !== undefined && part !== null)
  if (given && given.length > 1) return badRequest('Cannot provide more than one of text, attachment or template')
  return refuseUnknownFields({ body })
}
