import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { deleteEntity, fetchEntity, saveEntities } from '../http/entities.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import type { WazzupV2Client } from './client.ts'
import { type EntityId, entityIdSchema } from './contacts.ts'
import { type ListParameters, listItems } from './listItems.ts'

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

/**
 * Walks through the deals that the CRM has given to the vendor (`GET /v2/deals`), 100 in one request.
 * @throws {VendorError} one of its subclasses, while walking.
 * @see CRM API V2, "Obtaining a deal list"
 */
export function listDeals(client: WazzupV2Client, parameters: ListParameters = {}): AsyncGenerator<StoredDeal> {
  return listItems(client, { path: '/v2/deals', item: storedDealSchema, parameters })
}

/**
 * Reads one deal (`GET /v2/deals/{id}`).
 * @throws {VendorRequestError} when there is none.
 * @see CRM API V2, "Obtaining information about a specific deal"
 */
export async function fetchDeal(client: WazzupV2Client, id: EntityId, options: CallOptions = {}): Promise<StoredDeal> {
  return fetchEntity(client.http, { path: '/v2/deals', id, answer: storedDealSchema, options })
}

/**
 * Adds or updates deals, matched by the CRM's own id (`PATCH /v2/deals`); 100 in one request.
 * @throws {InvalidParametersError} before anything is sent.
 * @see CRM API V2, "Updating a deal list"
 */
export async function saveDeals(client: WazzupV2Client, deals: Deal[], options: BatchOptions = {}): Promise<void> {
  await saveEntities(client.http, { method: 'PATCH', path: '/v2/deals', item: dealSchema, items: deals, options })
}

/**
 * Removes a deal (`DELETE /v2/deals/{id}`).
 * @throws {VendorRequestError} when there is none.
 * @see CRM API V2, "Deleting a deal"
 */
export async function deleteDeal(client: WazzupV2Client, id: EntityId, options: CallOptions = {}): Promise<void> {
  await deleteEntity(client.http, { path: '/v2/deals', id, options })
}
