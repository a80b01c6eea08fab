import { eq } from 'drizzle-orm'
import { type Message, messages } from '../schema.ts'
import type { Store } from '../store.ts'
import { getMessage } from './messages.ts'

/** Parameters of {@link editMessage}. */
export interface MessageEdit {
  messageId: string
  text?: string | null
  content?: string | null
  /** Edited through the vendor, or on a phone. @default 'company' */
  via?: 'company' | 'messenger'
}

/** Changes the content of a message and marks it as edited. The unanswered count stays the same. */
export async function editMessage(
  store: Store,
  { messageId, via = 'company', ...change }: MessageEdit,
): Promise<Message | undefined> {
  const before = await getMessage(store.database, messageId)
  const [message] = await store.database
    .update(messages)
    .set({ ...change, editedAt: store.clock.now() })
    .where(eq(messages.messageId, messageId))
    .returning()
  if (message && before) store.changes.publish({ kind: 'edited', message, before, via })
  return message
}

/** Deletes a message; it stays in the dialogue as an empty placeholder. */
export async function deleteMessage(store: Store, messageId: string): Promise<Message | undefined> {
  const [message] = await store.database
    .update(messages)
    .set({ deletedAt: store.clock.now() })
    .where(eq(messages.messageId, messageId))
    .returning()
  if (message) store.changes.publish({ kind: 'deleted', message })
  return message
}
