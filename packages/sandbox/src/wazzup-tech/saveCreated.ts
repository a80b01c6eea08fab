import { contactSchema, dealSchema } from '@crm-chat/vendors/wazzup-tech'
import * as z from 'zod'
import { saveContacts } from '../store/contacts.ts'
import { saveDeals } from '../store/deals.ts'
import type { Store } from '../store/openStore.ts'
import { toContactUpload } from './contacts.ts'
import { toDealUpload } from './deals.ts'

// A CRM answers with `recipient` where the upload routes say `contact_data`.
const createdContactSchema = z
  .looseObject({ recipient: z.unknown().optional(), contact_data: z.unknown().optional() })
  .transform(({ recipient, contact_data, ...contact }) => ({ ...contact, contact_data: contact_data ?? recipient }))
  .pipe(contactSchema)

/** Keeps what the CRM answered to `crm_entities.contact_add` and `deal_add`: the entity it made. */
export async function saveCreated(parameters: { store: Store; event: string; text: string }): Promise<void> {
  const { store, event, text } = parameters
  if (event === 'crm_entities.contact_add') {
    const contact = createdContactSchema.safeParse(parse(text))
    if (contact.success) await saveContacts(store, [toContactUpload(contact.data)])
  }
  if (event === 'crm_entities.deal_add') {
    const deal = dealSchema.safeParse(parse(text))
    if (deal.success) await saveDeals(store, [toDealUpload(deal.data)])
  }
}

/** The CRM may answer with nothing, or with what is no JSON: then it has created nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
