import type { MessageType } from '../webhooks/chatMessage.ts'

/** Types of a message, by Wazzup's word for them. */
export const messageTypes: ReadonlyMap<string, MessageType> = new Map([
  ['text', 'text'],
  ['image', 'image'],
  ['audio', 'audio'],
  ['video', 'video'],
  ['document', 'document'],
  ['vcard', 'contact'],
  ['geo', 'location'],
  ['wapi_template', 'template'],
  ['missing_call', 'missedCall'],
  ['system', 'system'],
  ['unsupported', 'unsupported'],
])
