import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import { sendList } from '../http/sendList.ts'
import type { WazzupTechClient } from './client.ts'
import { entitiesAnswer, type ListOptions, listEntities, listQuerySchema } from './entityList.ts'
import { envelopedOne } from './envelope.ts'
import { answeredIdSchema, entityIdSchema, userIdSchema } from './ids.ts'

/** A deal as the CRM knows it: one need of one or more contacts. `uri` is its page in the CRM. */
export const dealSchema = z.object({
  id: entityIdSchema,
  responsible_user_id: userIdSchema,
  name: z.string().min(1).max(200),
  uri: z.string().min(1).max(200),
  contacts: z.array(entityIdSchema).min(1),
  closed: z.boolean(),
})
/** A deal as the CRM knows it. */
export type Deal = z.input<typeof dealSchema>

/** Body of `POST` and `PATCH /v2/deals`: at most 100 deals. */
export const dealsRequestSchema = z.object({ deals: z.array(dealSchema).min(1).max(100) })
const dealReferenceSchema = z.object({ id: entityIdSchema })
/** Body of `DELETE /v2/deals`: at most 100. No document on record shows it; it follows `DELETE /v2/webhooks`. */
export const dealsDeleteRequestSchema = z.object({ deals: z.array(dealReferenceSchema).min(1).max(100) })

const storedDealSchema = z.object({
  id: answeredIdSchema,
  responsible_user_id: answeredIdSchema.optional(),
  name: z.string().optional(),
  uri: z
    .string()
    .nullish()
    .transform((uri) => uri ?? undefined),
  contacts: z
    .array(z.union([z.string(), z.number().transform(String)]))
    .nullish()
    .transform((contacts) => contacts ?? []),
  closed: z.boolean().optional(),
})
/** A deal as the vendor has it. */
export type StoredDeal = z.output<typeof storedDealSchema>
/** Response of `GET /v2/deals`. */
export const dealsAnswerSchema = entitiesAnswer({ name: 'deals', item: storedDealSchema })
/** Response of `GET /v2/deals/{deal_id}`. */
export const dealAnswerSchema = envelopedOne(storedDealSchema)

/** Endpoint of {@link listDeals}. */
export const listDealsEndpoint = defineEndpoint({
  operation: 'wazzup-tech.listDeals',
  method: 'GET',
  path: '/v2/deals',
  summary: 'List deals, 100 at a time',
  query: listQuerySchema,
  response: { description: 'A page of the deals.', schema: dealsAnswerSchema },
})

/**
 * Walks through the deals of the account (`GET /v2/deals`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/deals/
 */
export function listDeals(client: WazzupTechClient, options: ListOptions = {}): AsyncGenerator<StoredDeal> {
  return listEntities(client, { endpoint: listDealsEndpoint, options })
}

/** Endpoint of {@link fetchDeal}. */
export const fetchDealEndpoint = defineEndpoint({
  operation: 'wazzup-tech.fetchDeal',
  method: 'GET',
  path: '/v2/deals/:deal_id',
  summary: 'Get a deal',
  response: { description: 'The deal.', schema: dealAnswerSchema },
})

/**
 * Reads one deal (`GET /v2/deals/{deal_id}`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/deals/
 */
export async function fetchDeal(
  client: WazzupTechClient,
  { deal_id }: { deal_id: string | number },
  options: CallOptions = {},
): Promise<StoredDeal> {
  return send(client.http, fetchDealEndpoint, { params: { deal_id }, ...options })
}

/** Endpoint of {@link saveDeals}. */
export const saveDealsEndpoint = defineEndpoint({
  operation: 'wazzup-tech.saveDeals',
  method: 'POST',
  path: '/v2/deals',
  summary: 'Add deals',
  body: dealsRequestSchema,
  response: { description: 'How many were taken in.' },
  idempotent: true,
})

/**
 * Adds deals (`POST /v2/deals`), a hundred a request.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/deals/
 */
export async function saveDeals(client: WazzupTechClient, deals: Deal[], options: BatchOptions = {}): Promise<void> {
  await sendList(client.http, saveDealsEndpoint, { items: deals, item: dealSchema, toBody, options })
}

/** Endpoint of {@link updateDeals}. */
export const updateDealsEndpoint = defineEndpoint({
  operation: 'wazzup-tech.updateDeals',
  method: 'PATCH',
  path: '/v2/deals',
  summary: 'Update deals',
  body: dealsRequestSchema,
  response: { description: 'How many were taken in.' },
  idempotent: true,
})

/**
 * Updates deals (`PATCH /v2/deals`), a hundred a request.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/deals/
 */
export async function updateDeals(client: WazzupTechClient, deals: Deal[], options: BatchOptions = {}): Promise<void> {
  await sendList(client.http, updateDealsEndpoint, { items: deals, item: dealSchema, toBody, options })
}

/** Endpoint of {@link deleteDeals}. */
export const deleteDealsEndpoint = defineEndpoint({
  operation: 'wazzup-tech.deleteDeals',
  method: 'DELETE',
  path: '/v2/deals',
  summary: 'Delete deals',
  body: dealsDeleteRequestSchema,
  response: { description: 'How many were deleted.' },
  idempotent: true,
})

/**
 * Deletes deals by their ids (`DELETE /v2/deals`, with a body), a hundred a request.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/deals/
 */
export async function deleteDeals(
  client: WazzupTechClient,
  ids: (string | number)[],
  options: BatchOptions = {},
): Promise<void> {
  const items = ids.map((id) => ({ id }))
  await sendList(client.http, deleteDealsEndpoint, { items, item: dealReferenceSchema, toBody, options })
}

const toBody = <Item>(deals: Item[]): { deals: Item[] } => ({ deals })
