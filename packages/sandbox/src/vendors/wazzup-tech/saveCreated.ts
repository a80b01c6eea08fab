import { contactSchema, dealSchema } from '@crm-chat/vendors/wazzup-tech'
import * as z from 'zod'
import { parseCrmResponse, requestDealWithContact } from '../../messengers/crmRequests/requestDeal.ts'
import type { WebhookAnswer } from '../../server/webhooks/vendorWebhooks.ts'
import { saveContacts } from '../../store/entities/contacts.ts'
import { saveDeals } from '../../store/entities/deals.ts'
import { toContactUpload } from './contacts.ts'
import { toDealUpload } from './deals.ts'

// A CRM answers with `recipient` where the upload routes say `contact_data`.
const createdContactSchema = z
  .looseObject({ recipient: z.unknown().optional(), contact_data: z.unknown().optional() })
  .transform(({ recipient, contact_data, ...contact }) => ({ ...contact, contact_data: contact_data ?? recipient }))
  .pipe(contactSchema)

const bodySchema = z.object({
  data: z.object({ responsible_user_id: z.string().nullable(), source: z.enum(['auto', 'byUser']) }),
})

/**
 * Keeps what the CRM answered to `crm_entities.contact_add` and `deal_add`: the entity it made. After a contact comes the
 * question for a deal with it.
 */
export async function saveCreated(answer: WebhookAnswer): Promise<void> {
  if (answer.event === 'crm_entities.contact_add') await saveContact(answer)
  if (answer.event === 'crm_entities.deal_add') {
    const deal = dealSchema.safeParse(parseCrmResponse(answer.text))
    if (deal.success) await saveDeals(answer.store, [toDealUpload(deal.data)])
  }
}

async function saveContact({ store, body, text }: WebhookAnswer): Promise<void> {
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
