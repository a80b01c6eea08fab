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
import { checkRecipient, type Recipient, recipientShape } from './recipient.ts'

/** A contact as the CRM knows it. */
export const contactSchema = z.object({
  id: entityIdSchema,
  responsibleUserId: entityIdSchema,
  name: z.string().min(1).max(200),
  contactData: z.array(z.object(recipientShape).superRefine(checkRecipient)).min(1),
  uri: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .optional(),
})

/** A contact as the CRM knows it. */
export interface Contact {
  /** The CRM's id: up to 100 characters. */
  id: EntityId
  /** Decides in whose chats window and counter its dialogues show. */
  responsibleUserId: EntityId
  /** Up to 200 characters. */
  name: string
  /** Its dialogues, by id; in Telegram also by username or phone number. */
  contactData: Recipient[]
  /** The contact's page in the CRM: up to 200 characters. */
  uri?: string
}

/** A contact as the vendor has it: of messengers this package may not know yet. */
export const storedContactSchema = z.looseObject({
  id: storedIdSchema,
  responsibleUserId: storedIdSchema.nullish(),
  name: z.string().nullish(),
  contactData: z
    .array(
      z.looseObject({
        chatType: z.string(),
        chatId: storedIdSchema.nullish(),
        username: z.string().nullish(),
        phone: z.string().nullish(),
      }),
    )
    .nullish(),
  uri: z.string().nullish(),
})
/** A contact as the vendor has it. */
export type StoredContact = z.infer<typeof storedContactSchema>

/** Endpoint of {@link listContacts}. */
export const listContactsEndpoint = defineEndpoint({
  operation: 'wazzup-v3.listContacts',
  method: 'GET',
  path: '/v3/contacts',
  summary: 'List contacts by id, 100 at a time',
  query: offsetSchema,
  response: {
    description: 'A page of the contacts.',
    schema: countedListSchema(storedContactSchema),
    accepts: listAnswer(storedContactSchema),
  },
})

/**
 * Walks through the contacts that the CRM has given to the vendor (`GET /v3/contacts`), 100 in one request, by id.
 * @throws {VendorError} one of its subclasses, while walking.
 * @see API v3, "Working with contacts"
 */
export function listContacts(client: WazzupV3Client, options: ListOptions = {}): AsyncGenerator<StoredContact> {
  return listEntities(client, { endpoint: listContactsEndpoint, options })
}

/** Endpoint of {@link fetchContact}. */
export const fetchContactEndpoint = defineEndpoint({
  operation: 'wazzup-v3.fetchContact',
  method: 'GET',
  path: '/v3/contacts/:id',
  summary: 'Read a contact',
  response: { description: 'The contact.', schema: storedContactSchema },
})

/**
 * Reads one contact (`GET /v3/contacts/{id}`).
 * @throws {VendorRequestError} if it does not exist.
 * @see API v3, "Working with contacts"
 */
export async function fetchContact(
  client: WazzupV3Client,
  id: EntityId,
  options: CallOptions = {},
): Promise<StoredContact> {
  return send(client.http, fetchContactEndpoint, { params: { id }, ...options })
}

/** Endpoint of {@link saveContacts}. */
export const saveContactsEndpoint = defineEndpoint({
  operation: 'wazzup-v3.saveContacts',
  method: 'POST',
  path: '/v3/contacts',
  summary: 'Add or replace contacts',
  body: z.array(contactSchema).min(1).max(100),
  response: { description: 'The contacts are saved.' },
  idempotent: true,
})

/**
 * Adds or updates contacts, matched by id (`POST /v3/contacts`); 100 in one request.
 * @throws {InvalidParametersError} before anything is sent.
 * @throws {VendorRequestError} `INVALID_CONTACTS_DATA`, whose `data` counts within the request of 100.
 * @see API v3, "Working with contacts"
 */
export async function saveContacts(
  client: WazzupV3Client,
  contacts: Contact[],
  options: BatchOptions = {},
): Promise<void> {
  await sendList(client.http, saveContactsEndpoint, { items: contacts, item: contactSchema, options })
}

/** Endpoint of {@link deleteContact}. */
export const deleteContactEndpoint = defineEndpoint({
  operation: 'wazzup-v3.deleteContact',
  method: 'DELETE',
  path: '/v3/contacts/:id',
  summary: 'Remove a contact; its dialogue stays',
  response: { description: 'The contact is removed.' },
  idempotent: true,
})

/**
 * Removes a contact (`DELETE /v3/contacts/{id}`). Its dialogue, if there is one, stays.
 * @throws {VendorRequestError} if it does not exist.
 * @see API v3, "Working with contacts"
 */
export async function deleteContact(client: WazzupV3Client, id: EntityId, options: CallOptions = {}): Promise<void> {
  return send(client.http, deleteContactEndpoint, { params: { id }, ...options })
}

/** Endpoint of {@link deleteContacts}. */
export const deleteContactsEndpoint = defineEndpoint({
  operation: 'wazzup-v3.deleteContacts',
  method: 'PATCH',
  path: '/v3/contacts/bulk_delete',
  summary: 'Remove contacts; their dialogues stay',
  body: idsSchema,
  response: {
    description: 'The ids that were not there.',
    schema: z.array(z.string()),
    accepts: missingIdsSchema,
  },
  idempotent: true,
})

/**
 * Removes contacts (`PATCH /v3/contacts/bulk_delete`), 100 in one request.
 * @returns the ids that were not there.
 * @see API v3, "Working with contacts"
 */
export async function deleteContacts(
  client: WazzupV3Client,
  ids: EntityId[],
  options: BatchOptions = {},
): Promise<string[]> {
  return deleteEntities(client, { endpoint: deleteContactsEndpoint, ids, options })
}
