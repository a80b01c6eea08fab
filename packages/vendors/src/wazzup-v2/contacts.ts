import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { deleteEntity, fetchEntity, saveEntities } from '../http/entities.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import { chatSchema } from './chats.ts'
import type { WazzupV2Client } from './client.ts'
import { type ListParameters, listItems } from './listItems.ts'

/** An id of the CRM's own: a string or a number. */
export const entityIdSchema = z.union([z.string().min(1).max(200), z.number()])
/** An id of the CRM's own: a string or a number. */
export type EntityId = z.infer<typeof entityIdSchema>

/** A contact as the CRM knows it. `responsibleUserId` decides in whose chats window and counter its dialogues show. */
export const contactSchema = z.object({
  id: entityIdSchema,
  responsibleUserId: entityIdSchema.optional(),
  name: z.string().max(200),
  chats: z.array(chatSchema),
  deals: z.array(entityIdSchema).optional(),
})
/** Body of `PATCH /v2/contacts`: at most 100 contacts. */
export const contactsRequestSchema = z.array(contactSchema).min(1).max(100)
/** A contact as the CRM knows it. */
export type Contact = z.input<typeof contactSchema>

/** A contact as the vendor has it: of messengers this package may not know yet. */
export const storedContactSchema = z.looseObject({
  id: z.union([z.string(), z.number()]),
  responsibleUserId: z.union([z.string(), z.number()]).nullish(),
  name: z.string().nullish(),
  chats: z
    .array(z.looseObject({ chatType: z.string(), chatId: z.union([z.string(), z.number().transform(String)]) }))
    .nullish(),
  deals: z.array(z.union([z.string(), z.number()])).nullish(),
})
/** A contact as the vendor has it. */
export type StoredContact = z.infer<typeof storedContactSchema>

/**
 * Walks through the contacts that the CRM has given to the vendor (`GET /v2/contacts`), 100 in one request.
 * @throws {VendorError} one of its subclasses, while walking.
 * @see CRM API V2, "Obtaining the contact list"
 * @example
 * for await (const contact of wazzup.listContacts({ orderBy: 'name' })) console.log(contact.name)
 */
export function listContacts(client: WazzupV2Client, parameters: ListParameters = {}): AsyncGenerator<StoredContact> {
  return listItems(client, { path: '/v2/contacts', item: storedContactSchema, parameters })
}

/**
 * Reads one contact (`GET /v2/contacts/{id}`).
 * @throws {VendorRequestError} when there is none.
 * @see CRM API V2, "Obtaining information about a specific contact"
 */
export async function fetchContact(
  client: WazzupV2Client,
  id: EntityId,
  options: CallOptions = {},
): Promise<StoredContact> {
  return fetchEntity(client.http, { path: '/v2/contacts', id, answer: storedContactSchema, options })
}

/**
 * Adds or updates contacts, matched by the CRM's own id (`PATCH /v2/contacts`); 100 in one request.
 * @throws {InvalidParametersError} before anything is sent.
 * @see CRM API V2, "Adding and updating the contact list"
 */
export async function saveContacts(
  client: WazzupV2Client,
  contacts: Contact[],
  options: BatchOptions = {},
): Promise<void> {
  await saveEntities(client.http, {
    method: 'PATCH',
    path: '/v2/contacts',
    item: contactSchema,
    items: contacts,
    options,
  })
}

/**
 * Removes a contact (`DELETE /v2/contacts/{id}`). Its dialogue, if there is one, stays.
 * @throws {VendorRequestError} when there is none.
 * @see CRM API V2, "Deleting a contact"
 */
export async function deleteContact(client: WazzupV2Client, id: EntityId, options: CallOptions = {}): Promise<void> {
  await deleteEntity(client.http, { path: '/v2/contacts', id, options })
}
