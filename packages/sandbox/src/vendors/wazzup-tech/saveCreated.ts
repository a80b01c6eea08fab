import { contactSchema, dealSchema } from '@crm-chat/vendors/wazzup-tech'
import * as z from 'zod'
import { parseCrmResponse, requestDealWithContact } from '../../messengers/crmRequests/requestDeal.ts'
import type { WebhookResponse } from '../../server/webhooks/vendorWebhooks.ts'
import { saveContacts } from '../../store/entities/contacts.ts'
import { saveDeals } from '../../store/entities/deals.ts'
import { toContactUpload } from './contacts.ts'
import { toDealUpload } from './deals.ts'

// A CRM responds with `recipient` in the place of the upload routes' `contact_data`.
const createdContactSchema = z
  .looseObject({ recipient: z.unknown().optional(), contact_data: z.unknown().optional() })
  .transform(({ recipient, contact_data, ...contact }) => ({ ...contact, contact_data: contact_data ?? recipient }))
  .pipe(contactSchema)

const bodySchema = z.object({
  data: z.object({ responsible_user_id: z.string().nullable(), source: z.enum(['auto', 'byUser']) }),
})

/**
 * Saves the entity in the CRM's response to `crm_entities.contact_add` or `deal_add`. A contact is followed by a request for
 * a deal with it.
 */
export async function saveCreated(response: WebhookResponse): Promise<void> {
  if (response.event === 'crm_entities.contact_add') await saveContact(response)
  if (response.event === 'crm_entities.deal_add') {
    const deal = dealSchema.safeParse(parseCrmResponse(response.text))
    if (deal.success) await saveDeals(response.store, [toDealUpload(deal.data)])
  }
}

async function saveContact({ store, body, text }: WebhookResponse): Promise<void> {
  const contact = createdContactSchema.safeParse(parseCrmResponse(text))
  if (!contact.success) return
  await saveContacts(store, [toContactUpload(contact.data)])
  const { responsible_user_id: responsibleUserId, source } = bodySchema.parse(JSON.parse(body)).data
  await requestDealWithContact(store, {
    contactId: String(contact.data.id),
    responsibleUserId,
    source,
    vendor: 'wazzup-tech',
  })
}
