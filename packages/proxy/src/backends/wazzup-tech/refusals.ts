import type { ErrorCode, MessagesDumpStatus } from '@crm-chat/vendors/wazzup-tech'
import type { Refusals } from '../refusal.ts'

/** Refusals of the tech API, as far as it documents any. */
export const refusals: Refusals<ErrorCode> = {
  INVALID_USER_DATA: { code: 'upstream_refused', message: 'Wazzup does not accept the data of a user.' },
  MORE_THAN_ONE_CONTENT: {
    code: 'invalid_request',
    message: 'A message is a text, a file or a template, and only one of them.',
  },
}

/** Statuses of an export, each as a sentence. */
export const exportSentences: Readonly<Record<MessagesDumpStatus, string>> = {
  pending: 'The export waits for its turn.',
  processing: 'The export is under way.',
  done: 'The export is ready.',
  webhook_failed: 'The export is ready, although its webhook was not accepted.',
}
