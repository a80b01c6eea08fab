import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import { sendList } from '../http/sendList.ts'
import type { WazzupV2Client } from './client.ts'
import { type EntityId, entityIdSchema } from './contacts.ts'
import { type ListParameters, listItems, listQuerySchema } from './listItems.ts'

/** A deal as the CRM knows it. `responsibleUserId` decides in whose chats window its contacts' dialogues show. */
export const dealSchema = z.object({
  id: entityIdSchema,
  responsibleUserId: entityIdSchema.optional(),
  name: z.string().max(200).optional(),
  closed: z.boolean().optional(),
  /** Ids of its contacts. */
  contacts: z.array(entityIdSchema).optional(),
})
/** A deal as the CRM knows it. */
export type Deal = z.input<typeof dealSchema>
/** Body of `PATCH /v2/deals`: at most 100 deals. */
export const dealsRequestSchema = z.array(dealSchema).min(1).max(100)

/** A deal as the vendor has it. */
export const storedDealSchema = z.looseObject({
  id: z.union([z.string(), z.number()]),
  responsibleUserId: z.union([z.string(), z.number()]).nullish(),
  name: z.string().nullish(),
  closed: z.boolean().nullish(),
  contacts: z.array(z.union([z.string(), z.number()])).nullish(),
})
/** A deal as the vendor has it. */
export type StoredDeal = z.infer<typeof storedDealSchema>

/** Endpoint of {@link listDeals}. */
export const listDealsEndpoint = defineEndpoint({
  operation: 'wazzup-v2.listDeals',
  method: 'GET',
  path: '/v2/deals',
  summary: 'List deals, 100 at a time',
  query: listQuerySchema,
  response: { description: 'A page of the deals.', schema: z.array(storedDealSchema) },
  source: { document: documents.crmApiV2, section: 'Obtaining a deal list' },
})

/**
 * Walks through the deals that the CRM has given to the vendor (`GET /v2/deals`), 100 in one request.
 * @throws {VendorError} one of its subclasses, while walking.
 * @see CRM API V2, "Obtaining a deal list"
 */
export function listDeals(client: WazzupV2Client, parameters: ListParameters = {}): AsyncGenerator<StoredDeal> {
  return listItems(client, { endpoint: listDealsEndpoint, parameters })
}

/** Endpoint of {@link fetchDeal}. */
export const fetchDealEndpoint = defineEndpoint({
  operation: 'wazzup-v2.fetchDeal',
  method: 'GET',
  path: '/v2/deals/:id',
  summary: 'Read a deal',
  response: { description: 'The deal.', schema: storedDealSchema },
  source: {
    document: documents.crmApiV2,
    section: 'Obtaining information about a specific deal',
    params: { id: 'deal id' },
  },
})

/**
 * Reads one deal (`GET /v2/deals/{id}`).
 * @throws {VendorRequestError} if it does not exist.
 * @see CRM API V2, "Obtaining information about a specific deal"
 */
export async function fetchDeal(client: WazzupV2Client, id: EntityId, options: CallOptions = {}): Promise<StoredDeal> {
  return send(client.http, fetchDealEndpoint, { params: { id }, ...options })
}

/** Endpoint of {@link saveDeals}. */
export const saveDealsEndpoint = defineEndpoint({
  operation: 'wazzup-v2.saveDeals',
  method: 'PATCH',
  path: '/v2/deals',
  summary: 'Add or update deals',
  body: dealsRequestSchema,
  response: { description: 'The deals are saved.' },
  idempotent: true,
  source: { document: documents.crmApiV2, section: 'Updating a deal list' },
})

/**
 * Adds or updates deals, matched by the CRM's own id (`PATCH /v2/deals`); 100 in one request.
 * @throws {InvalidParametersError} before anything is sent.
 * @see CRM API V2, "Updating a deal list"
 */
export async function saveDeals(client: WazzupV2Client, deals: Deal[], options: BatchOptions = {}): Promise<void> {
  await sendList(client.http, saveDealsEndpoint, { items: deals, item: dealSchema, options })
}

/** Endpoint of {@link deleteDeal}. */
export const deleteDealEndpoint = defineEndpoint({
  operation: 'wazzup-v2.deleteDeal',
  method: 'DELETE',
  path: '/v2/deals/:id',
  summary: 'Remove a deal',
  response: { description: 'The deal is removed.' },
  idempotent: true,
  source: { document: documents.crmApiV2, section: 'Deleting a deal', params: { id: 'deal id' } },
})

/**
 * Removes a deal (`DELETE /v2/deals/{id}`).
 * @throws {VendorRequestError} if it does not exist.
 * @see CRM API V2, "Deleting a deal"
 */
export async function deleteDeal(client: WazzupV2Client, id: EntityId, options: CallOptions = {}): Promise<void> {
  return send(client.http, deleteDealEndpoint, { params: { id }, ...options })
}
