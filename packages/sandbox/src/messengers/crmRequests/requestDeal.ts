import type { DealRequest } from '../../store/changes.ts'
import type { Chat } from '../../store/chatTypes.ts'
import { getChatName } from '../../store/entities/chats.ts'
import { findContact } from '../../store/entities/contacts.ts'
import { listPipelines } from '../../store/entities/pipelines.ts'
import type { Store } from '../../store/store.ts'

/**
 * Asks the CRM for a deal, as "+" in the Deals list of the chats window does: for a deal with the contact, or first of
 * all for the contact where there is none.
 * @see https://wazzup24.com/help/webhooks/ "Webhooks about creating a new contact, deal", case 3
 */
export async function requestDeal(
  store: Store,
  { chat, userId }: { chat: Chat; userId: string | null },
): Promise<void> {
  const { chatType, chatId } = chat
  const contactId = await findContact(store.database, { chatType, chatId })
  const asked = { responsibleUserId: userId, source: 'byUser' } as const
  if (contactId !== undefined) return store.changes.publish({ kind: 'dealRequested', wanted: { contactId, ...asked } })
  const name = await getChatName(store.database, chat)
  store.changes.publish({ kind: 'contactRequested', wanted: { chat: { chatType, chatId }, name, ...asked } })
}

/**
 * Asks for a deal with a contact that the CRM has just created. A contact that came by itself brings a deal only where
 * the CRM has uploaded funnels with stages.
 */
export async function followWithDeal(store: Store, wanted: DealRequest): Promise<void> {
  if (wanted.source === 'auto' && !(await hasStages(store))) return
  store.changes.publish({ kind: 'dealRequested', wanted })
}

async function hasStages({ database }: Store): Promise<boolean> {
  return (await listPipelines(database)).some(({ stages }) => stages !== null && stages.length > 0)
}
