import type { ControlMessage } from '../../../src/control/messages.ts'

/** What the customer is about to do with a message: answer to it, or say it otherwise. */
export interface PhoneFocus {
  kind: 'reply' | 'edit'
  message: ControlMessage
}
