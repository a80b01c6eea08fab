import type { Refusal } from '../../server/http/answerError.ts'

/** Tells what stands against something from what was found or done. */
export function isRefusal(found: object): found is Refusal {
  return 'code' in found
}
