import { inArray } from 'drizzle-orm'
import type { Quirks } from '../../server/quirks/createQuirks.ts'
import { messages } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'

/**
 * Lets a late "delivered" overwrite "read" in WhatsApp chats (a quirk), because the server does not keep statuses in order.
 * @returns a function that ends it
 */
export function startRegression({ store, quirks }: { store: Store; quirks: Quirks }): () => void {
  return store.changes.subscribe((change) => {
    if (change.kind !== 'status' || change.status !== 'read' || change.chat.chatType !== 'whatsapp') return
    if (quirks.isOn('whatomate.statusRegression')) void regress(store, change)
  })
}

async function regress(store: Store, { chat, messageIds }: Pick<StatusChange, 'chat' | 'messageIds'>): Promise<void> {
  const status = 'delivered'
  await store.database.update(messages).set({ status }).where(inArray(messages.messageId, messageIds))
  store.changes.publish({ kind: 'status', chat, messageIds, status })
}

type StatusChange = Extract<Parameters<Store['changes']['publish']>[0], { kind: 'status' }>
