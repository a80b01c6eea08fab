import { type ErrorCode, isWhatomateError } from '@crm-chat/vendors/whatomate'
import { createExplain } from '../explainEvent.ts'
import type { FindRefusal } from '../refusal.ts'
import { refusals } from './refusals.ts'

/** Finds what a refusal means. The server has no codes, but sentences. */
export const findRefusal: FindRefusal = (error) => {
  for (const [code, refusal] of Object.entries(refusals)) {
    if (isWhatomateError(error, code as ErrorCode)) return refusal // Object.entries forgets them.
  }
  return undefined
}

/** Explains an event of a Whatomate server. */
export const explain = createExplain({})
