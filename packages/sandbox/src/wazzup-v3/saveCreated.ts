import { contactSchema, dealSchema } from '@crm-chat/vendors/wazzup-v3'
import { saveContacts } from '../store/contacts.ts'
import { saveDeals } from '../store/deals.ts'
import type { Store } from '../store/openStore.ts'
import { toContactUpload } from './toContactUpload.ts'

/** Keeps what the CRM answered to `createContact` or `createDeal`: the entity it made, as the upload routes take it. */
export async function saveCreated({
  store,
  event,
  text,
}: {
  store: Store
  event: string
  text: string
}): Promise<void> {
  if (event !== 'contactsAndDealsCreation') return
  const answer = parse(text)
  const contact = contactSchema.safeParse(answer)
  if (contact.success) return saveContacts(store, [toContactUpload(contact.data)])
  const deal = dealSchema.safeParse(answer)
  if (deal.success) await saveDeals(store, [deal.data])
}

/** The CRM may answer with nothing, or with what is no JSON: then it has created nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
