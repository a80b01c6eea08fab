import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { deleteEntity, fetchEntity, saveEntities } from '../http/entities.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import type { WazzupV3Client } from './client.ts'
import {
  deleteEntities,
  type EntityId,
  entityIdSchema,
  type ListOptions,
  listEntities,
  storedIdSchema,
} from './entities.ts'

/** A deal as the CRM knows it. */
export const dealSchema = z.object({
  id: entityIdSchema,
  responsibleUserId: entityIdSchema,
  name: z.string().min(1).max(200),
  /** The deal's page in the CRM. The vendor's table calls it required and optional at once. */
  uri: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .optional(),
  /** Ids of its contacts: 1 to 10. */
  contacts: z.array(entityIdSchema).min(1).max(10),
  closed: z.boolean(),
})
/** A deal as the CRM knows it. */
export type Deal = z.input<typeof dealSchema>

/** A deal as the vendor has it. Its page's address is called `uri` in one place and `link` in another. */
export const storedDealSchema = z.looseObject({
  id: storedIdSchema,
  responsibleUserId: storedIdSchema.nullish(),
  name: z.string().nullish(),
  uri: z.string().nullish(),
  link: z.string().nullish(),
  contacts: z.array(storedIdSchema).nullish(),
  closed: z.boolean().nullish(),
})
/** A deal as the vendor has it. */
export type StoredDeal = z.infer<typeof storedDealSchema>

/**
 * Walks through the deals that the CRM has given to the vendor (`GET /v3/deals`), 100 in one request.
 * @throws {VendorError} one of its subclasses, while walking.
 * @see API v3, "Working with a list of deals"
 */
export function listDeals(client: WazzupV3Client, options: ListOptions = {}): AsyncGenerator<StoredDeal> {
  return listEntities(client, { name: 'deals', item: storedDealSchema, options })
}

/**
 * Reads one deal (`GET /v3/deals/{id}`).
 * @throws {VendorRequestError} when there is none.
 * @see API v3, "Working with a list of deals"
 */
export async function fetchDeal(client: WazzupV3Client, id: EntityId, options: CallOptions = {}): Promise<StoredDeal> {
  return fetchEntity(client.http, { path: '/v3/deals', id, answer: storedDealSchema, options })
}

/**
 * Adds or updates deals, matched by id (`POST /v3/deals`); 100 in one request.
 * @throws {InvalidParametersError} before anything is sent.
 * @see API v3, "Working with a list of deals"
 */
export async function saveDeals(client: WazzupV3Client, deals: Deal[], options: BatchOptions = {}): Promise<void> {
  await saveEntities(client.http, { method: 'POST', path: '/v3/deals', item: dealSchema, items: deals, options })
}

/**
 * Removes a deal (`DELETE /v3/deals/{id}`).
 * @throws {VendorRequestError} when there is none.
 * @see API v3, "Working with a list of deals"
 */
export async function deleteDeal(client: WazzupV3Client, id: EntityId, options: CallOptions = {}): Promise<void> {
  await deleteEntity(client.http, { path: '/v3/deals', id, options })
}

/**
 * Removes deals (`PATCH /v3/deals/bulk_delete`), 100 in one request.
 * @returns the ids that were not there.
 * @see API v3, "Working with a list of deals"
 */
export async function deleteDeals(
  client: WazzupV3Client,
  ids: EntityId[],
  options: BatchOptions = {},
): Promise<string[]> {
  return deleteEntities(client, { name: 'deals', ids, options })
}
