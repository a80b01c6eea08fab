import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import { sendList } from '../http/sendList.ts'
import { chatSchema } from './chats.ts'
import type { WazzupV2Client } from './client.ts'
import { type ListParameters, listItems, listQuerySchema } from './listItems.ts'

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

/** Endpoint of {@link listContacts}. */
export const listContactsEndpoint = defineEndpoint({
  operation: 'wazzup-v2.listContacts',
  method: 'GET',
  path: '/v2/contacts',
  summary: 'List contacts, 100 at a time',
  query: listQuerySchema,
  response: { description: 'A page of the contacts.', schema: z.array(storedContactSchema) },
  source: { document: documents.crmApiV2, section: 'Obtaining the contact list' },
})

/**
 * Walks through the contacts that the CRM has given to the vendor (`GET /v2/contacts`), 100 in one request.
 * @throws {VendorError} one of its subclasses, while walking.
 * @see CRM API V2, "Obtaining the contact list"
 * @example
 * for await (const contact of wazzup.listContacts({ orderBy: 'name' })) console.log(contact.name)
 */
export function listContacts(client: WazzupV2Client, parameters: ListParameters = {}): AsyncGenerator<StoredContact> {
  return listItems(client, { endpoint: listContactsEndpoint, parameters })
}

/** Endpoint of {@link fetchContact}. */
export const fetchContactEndpoint = defineEndpoint({
  operation: 'wazzup-v2.fetchContact',
  method: 'GET',
  path: '/v2/contacts/:id',
  summary: 'Read a contact',
  response: { description: 'The contact.', schema: storedContactSchema },
  source: {
    document: documents.crmApiV2,
    section: 'Obtaining information about a specific contact',
    params: { id: 'contact id' },
  },
})

/**
 * Reads one contact (`GET /v2/contacts/{id}`).
 * @throws {VendorRequestError} if it does not exist.
 * @see CRM API V2, "Obtaining information about a specific contact"
 */
export async function fetchContact(
  client: WazzupV2Client,
  id: EntityId,
  options: CallOptions = {},
): Promise<StoredContact> {
  return send(client.http, fetchContactEndpoint, { params: { id }, ...options })
}

/** Endpoint of {@link saveContacts}. */
export const saveContactsEndpoint = defineEndpoint({
  operation: 'wazzup-v2.saveContacts',
  method: 'PATCH',
  path: '/v2/contacts',
  summary: 'Add or replace contacts',
  body: contactsRequestSchema,
  response: { description: 'The contacts are saved.' },
  idempotent: true,
  source: { document: documents.crmApiV2, section: 'Adding and updating the contact list' },
})

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
  await sendList(client.http, saveContactsEndpoint, { items: contacts, item: contactSchema, options })
}

/** Endpoint of {@link deleteContact}. */
export const deleteContactEndpoint = defineEndpoint({
  operation: 'wazzup-v2.deleteContact',
  method: 'DELETE',
  path: '/v2/contacts/:id',
  summary: 'Remove a contact; its dialogue stays',
  response: { description: 'The contact is removed.' },
  idempotent: true,
  source: { document: documents.crmApiV2, section: 'Deleting a contact', params: { id: 'contact id' } },
})

/**
 * Removes a contact (`DELETE /v2/contacts/{id}`). Its dialogue, if there is one, stays.
 * @throws {VendorRequestError} if it does not exist.
 * @see CRM API V2, "Deleting a contact"
 */
export async function deleteContact(client: WazzupV2Client, id: EntityId, options: CallOptions = {}): Promise<void> {
  return send(client.http, deleteContactEndpoint, { params: { id }, ...options })
}
