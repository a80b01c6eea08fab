import type { ChatError } from '@crm-chat/core'
import type { AdminWords } from '@crm-chat/core/admin'

/** Returns the sentence that explains a failure to an administrator. */
export function toReason(error: Error | ChatError, { errors, failed, dataTooMany }: AdminWords): string {
  if (error.name === 'TooManyRecordsError') return dataTooMany
  return ('code' in error ? errors[error.code] : undefined) ?? failed
}
