import { contactSchema, dealSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import { parseCrmResponse, requestDealWithContact } from '../../messengers/crmRequests/requestDeal.ts'
import type { WebhookAnswer } from '../../server/webhooks/vendorWebhooks.ts'
import { saveContacts } from '../../store/entities/contacts.ts'
import { saveDeals } from '../../store/entities/deals.ts'
import type { Store } from '../../store/store.ts'
import { toContactUpload } from './toContactUpload.ts'

const askedSchema = z.object({ responsibleUserId: z.string().nullable(), source: z.enum(['auto', 'byUser']) })
const bodySchema = z.union([z.object({ createContact: askedSchema }), z.object({ createDeal: askedSchema })])

/**
 * Keeps what the CRM answered to `createContact` or `createDeal`: the entity it made, as the upload routes take it. After
 * a contact comes the question for a deal with it.
 * @see https://wazzup24.com/help/webhooks/ "Webhooks about creating a new contact, deal"
 */
export async function saveCreated({ store, event, body, text }: WebhookAnswer): Promise<void> {
  if (event !== 'contactsAndDealsCreation') return
  const asked = bodySchema.parse(JSON.parse(body))
  if ('createContact' in asked) return saveContact(store, { asked: asked.createContact, text })
  const deal = dealSchema.safeParse(parseCrmResponse(text))
  if (deal.success) await saveDeals(store, [deal.data])
}

async function saveContact(
  store: Store,
  { asked, text }: { asked: z.output<typeof askedSchema>; text: string },
): Promise<void> {
  const contact = contactSchema.safeParse(parseCrmResponse(text))
  if (!contact.success) return
  await saveContacts(store, [toContactUpload(contact.data)])
  await requestDealWithContact(store, { ...asked, contactId: String(contact.data.id), vendor: 'wazzup-v3' })
}
