import type { Transport } from '../../store/transports.ts'

/** What can be changed of a message that went out: its words, its file and the words with it, or that it is there at all. */
export type MessageChange = 'text' | 'content' | 'delete'

/** How long after it was sent a message can be changed. v3's pages do not say: the partner API's do. */
export const changeableMs = 15 * 60_000

const changes: Partial<Record<Transport, readonly MessageChange[]>> = {
  whatsapp: ['text', 'delete'],
  telegram: ['text', 'content', 'delete'],
  tgapi: ['text', 'content', 'delete'],
  max: ['text', 'content', 'delete'],
  maxbot: ['text', 'content', 'delete'],
}

/** What a transport lets the company change. WhatsApp changes the text only. @see API v3, "Editing messages" */
export function listMessageChanges(transport: Transport | undefined): readonly MessageChange[] {
  return (transport && changes[transport]) ?? []
}
