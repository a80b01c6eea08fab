import { contactSchema, dealSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import { parseCrmResponse, requestDealWithContact } from '../../messengers/crmRequests/requestDeal.ts'
import type { WebhookResponse } from '../../server/webhooks/vendorWebhooks.ts'
import { saveContacts } from '../../store/entities/contacts.ts'
import { saveDeals } from '../../store/entities/deals.ts'
import type { Store } from '../../store/store.ts'
import { toContactUpload } from './toChatId.ts'

const requestSchema = z.object({ responsibleUserId: z.string().nullable(), source: z.enum(['auto', 'byUser']) })
const bodySchema = z.union([z.object({ createContact: requestSchema }), z.object({ createDeal: requestSchema })])

/**
 * Saves the entity in the CRM's response to `createContact` or `createDeal`, in the form of the upload routes. A contact is
 * followed by a request for a deal with it.
 * @see https://wazzup24.com/help/webhooks/ "Webhooks about creating a new contact, deal"
 */
export async function saveCreated({ store, event, body, text }: WebhookResponse): Promise<void> {
  if (event !== 'contactsAndDealsCreation') return
  const request = bodySchema.parse(JSON.parse(body))
  if ('createContact' in request) return saveContact(store, { request: request.createContact, text })
  const deal = dealSchema.safeParse(parseCrmResponse(text))
  if (deal.success) await saveDeals(store, [deal.data])
}

async function saveContact(
  store: Store,
  { request, text }: { request: z.output<typeof requestSchema>; text: string },
): Promise<void> {
  const contact = contactSchema.safeParse(parseCrmResponse(text))
  if (!contact.success) return
  await saveContacts(store, [toContactUpload(contact.data)])
  await requestDealWithContact(store, { ...request, contactId: String(contact.data.id), vendor: 'wazzup-v3' })
}
