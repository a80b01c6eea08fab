import type { DealRequest } from '../../store/changes.ts'
import type { Chat } from '../../store/chatTypes.ts'
import { getChatName } from '../../store/entities/chats.ts'
import { findContact } from '../../store/entities/contacts.ts'
import { listPipelines } from '../../store/entities/pipelines.ts'
import type { Store } from '../../store/store.ts'

/**
 * Requests a deal from the CRM, as "+" in the Deals list of the chats window does. If the contact is missing, it requests
 * that first.
 * @see https://wazzup24.com/help/webhooks/ "Webhooks about creating a new contact, deal", case 3
 */
export async function requestDeal(
  store: Store,
  { chat, userId }: { chat: Chat; userId: string | null },
): Promise<void> {
  const { chatType, chatId } = chat
  const contactId = await findContact(store.database, { chatType, chatId })
  const fields = { responsibleUserId: userId, source: 'byUser' } as const
  if (contactId !== undefined)
    return store.changes.publish({ kind: 'dealRequested', request: { contactId, ...fields } })
  const name = await getChatName(store.database, chat)
  store.changes.publish({ kind: 'contactRequested', request: { chat: { chatType, chatId }, name, ...fields } })
}

/**
 * Requests a deal with a contact that the CRM has just created. After an automatic contact it does so only if the CRM has
 * uploaded pipelines with stages.
 */
export async function requestDealWithContact(store: Store, request: DealRequest): Promise<void> {
  if (request.source === 'auto' && !(await hasStages(store))) return
  store.changes.publish({ kind: 'dealRequested', request })
}

async function hasStages({ database }: Store): Promise<boolean> {
  return (await listPipelines(database)).some(({ stages }) => stages !== null && stages.length > 0)
}

/** Parses a CRM's response to a request. @returns nothing for an empty or invalid one: the CRM has created nothing */
export function parseCrmResponse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
