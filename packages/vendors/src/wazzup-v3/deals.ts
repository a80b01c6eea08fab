import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import { sendList } from '../http/sendList.ts'
import type { WazzupV3Client } from './client.ts'
import {
  countedListSchema,
  deleteEntities,
  type EntityId,
  entityIdSchema,
  idsSchema,
  type ListOptions,
  listAnswer,
  listEntities,
  missingIdsSchema,
  offsetSchema,
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

/** Endpoint of {@link listDeals}. */
export const listDealsEndpoint = defineEndpoint({
  operation: 'wazzup-v3.listDeals',
  method: 'GET',
  path: '/v3/deals',
  summary: 'List deals by id, 100 at a time',
  query: offsetSchema,
  response: {
    description: 'A page of the deals.',
    schema: countedListSchema(storedDealSchema),
    accepts: listAnswer(storedDealSchema),
  },
})

/**
 * Walks through the deals that the CRM has given to the vendor (`GET /v3/deals`), 100 in one request.
 * @throws {VendorError} one of its subclasses, while walking.
 * @see API v3, "Working with a list of deals"
 */
export function listDeals(client: WazzupV3Client, options: ListOptions = {}): AsyncGenerator<StoredDeal> {
  return listEntities(client, { endpoint: listDealsEndpoint, options })
}

/** Endpoint of {@link fetchDeal}. */
export const fetchDealEndpoint = defineEndpoint({
  operation: 'wazzup-v3.fetchDeal',
  method: 'GET',
  path: '/v3/deals/:id',
  summary: 'Read a deal',
  response: { description: 'The deal.', schema: storedDealSchema },
})

/**
 * Reads one deal (`GET /v3/deals/{id}`).
 * @throws {VendorRequestError} if it does not exist.
 * @see API v3, "Working with a list of deals"
 */
export async function fetchDeal(client: WazzupV3Client, id: EntityId, options: CallOptions = {}): Promise<StoredDeal> {
  return send(client.http, fetchDealEndpoint, { params: { id }, ...options })
}

/** Endpoint of {@link saveDeals}. */
export const saveDealsEndpoint = defineEndpoint({
  operation: 'wazzup-v3.saveDeals',
  method: 'POST',
  path: '/v3/deals',
  summary: 'Add or update deals',
  body: z.array(dealSchema).min(1).max(100),
  response: { description: 'The deals are saved.' },
  idempotent: true,
})

/**
 * Adds or updates deals, matched by id (`POST /v3/deals`); 100 in one request.
 * @throws {InvalidParametersError} before anything is sent.
 * @see API v3, "Working with a list of deals"
 */
export async function saveDeals(client: WazzupV3Client, deals: Deal[], options: BatchOptions = {}): Promise<void> {
  await sendList(client.http, saveDealsEndpoint, { items: deals, item: dealSchema, options })
}

/** Endpoint of {@link deleteDeal}. */
export const deleteDealEndpoint = defineEndpoint({
  operation: 'wazzup-v3.deleteDeal',
  method: 'DELETE',
  path: '/v3/deals/:id',
  summary: 'Remove a deal',
  response: { description: 'The deal is removed.' },
  idempotent: true,
})

/**
 * Removes a deal (`DELETE /v3/deals/{id}`).
 * @throws {VendorRequestError} if it does not exist.
 * @see API v3, "Working with a list of deals"
 */
export async function deleteDeal(client: WazzupV3Client, id: EntityId, options: CallOptions = {}): Promise<void> {
  return send(client.http, deleteDealEndpoint, { params: { id }, ...options })
}

/** Endpoint of {@link deleteDeals}. */
export const deleteDealsEndpoint = defineEndpoint({
  operation: 'wazzup-v3.deleteDeals',
  method: 'PATCH',
  path: '/v3/deals/bulk_delete',
  summary: 'Remove deals',
  body: idsSchema,
  response: {
    description: 'The ids that were not there.',
    schema: z.array(z.string()),
    accepts: missingIdsSchema,
  },
  idempotent: true,
})

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
  return deleteEntities(client, { endpoint: deleteDealsEndpoint, ids, options })
}
