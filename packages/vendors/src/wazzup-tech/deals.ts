import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import { sendRequest } from '../http/sendRequest.ts'
import { toPathSegment } from '../http/toPathSegment.ts'
import type { WazzupTechClient } from './client.ts'
import { entitiesAnswer, type ListOptions, listEntities } from './entityList.ts'
import { envelopedOne } from './envelope.ts'
import { answeredIdSchema, entityIdSchema, userIdSchema } from './ids.ts'
import { sendEntities } from './sendEntities.ts'

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
/** Answer of `GET /v2/deals`. */
export const dealsAnswerSchema = entitiesAnswer({ name: 'deals', item: storedDealSchema })
/** Answer of `GET /v2/deals/{deal_id}`. */
export const dealAnswerSchema = envelopedOne(storedDealSchema)

/**
 * All deals of the account (`GET /v2/deals`), page by page.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/deals/
 */
export function listDeals(client: WazzupTechClient, options: ListOptions = {}): AsyncGenerator<StoredDeal> {
  return listEntities(client, { path: '/v2/deals', answer: dealsAnswerSchema, options })
}

/**
 * One deal (`GET /v2/deals/{deal_id}`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/deals/
 */
export async function fetchDeal(
  client: WazzupTechClient,
  { deal_id }: { deal_id: string | number },
  options: CallOptions = {},
): Promise<StoredDeal> {
  const path = `/v2/deals/${toPathSegment(deal_id)}`
  return sendRequest(client.http, { method: 'GET', path, answer: dealAnswerSchema, ...options })
}

/**
 * Adds deals (`POST /v2/deals`), a hundred a request.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/deals/
 */
export async function saveDeals(client: WazzupTechClient, deals: Deal[], options: BatchOptions = {}): Promise<void> {
  await sendEntities(client, { method: 'POST', name: 'deals', item: dealSchema, items: deals, options })
}

/**
 * Updates deals (`PATCH /v2/deals`), a hundred a request.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/deals/
 */
export async function updateDeals(client: WazzupTechClient, deals: Deal[], options: BatchOptions = {}): Promise<void> {
  await sendEntities(client, { method: 'PATCH', name: 'deals', item: dealSchema, items: deals, options })
}

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
  await sendEntities(client, { method: 'DELETE', name: 'deals', item: dealReferenceSchema, items, options })
}
