import type { Transport } from '../../store/transports.ts'

/** Parts of a sent message that can be changed: its text, its file with the caption, or the message's existence. */
export type MessageChange = 'text' | 'content' | 'delete'

/** Period after sending in which a message can be changed. The v3 documents give none; the partner API's do. */
export const changeableMs = 15 * 60_000

const changes: Partial<Record<Transport, readonly MessageChange[]>> = {
  whatsapp: ['text', 'delete'],
  telegram: ['text', 'content', 'delete'],
  tgapi: ['text', 'content', 'delete'],
  max: ['text', 'content', 'delete'],
  maxbot: ['text', 'content', 'delete'],
}

/** Changes to sent messages that a transport supports. WhatsApp supports text only. @see API v3, "Editing messages" */
export function listMessageChanges(transport: Transport | undefined): readonly MessageChange[] {
  return (transport && changes[transport]) ?? []
}
