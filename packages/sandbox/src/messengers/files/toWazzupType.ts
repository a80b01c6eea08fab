import type { Message } from '../../store/schema.ts'
import { detectMessageType, type MessageType } from './detectFileType.ts'

/** Returns the type of a message in the words of Wazzup’s API v3 and its tech API. */
export function toWazzupType(message: Message): string {
  if (message.templateId !== null) return 'wapi_template'
  const type = detectMessageType(message)
  return words[type] ?? type
}

const words: Partial<Record<MessageType, string>> = { location: 'geo', contact: 'vcard', missedCall: 'missing_call' }
