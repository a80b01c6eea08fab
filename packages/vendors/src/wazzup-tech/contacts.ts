import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import { sendList } from '../http/sendList.ts'
import { type ChatType, chatIdProblem, chatIdSchema, chatTypeSchema } from './chats.ts'
import type { WazzupTechClient } from './client.ts'
import { entitiesAnswer, type ListOptions, listEntities, listQuerySchema } from './entityList.ts'
import { envelopedOne } from './envelope.ts'
import { answeredIdSchema, entityIdSchema, phoneSchema, userIdSchema } from './ids.ts'

const contactDataSchema = z
  .object({
    chat_type: chatTypeSchema,
    chat_id: chatIdSchema.optional(),
    username: z.string().min(1).max(200).optional(),
    phone: phoneSchema.optional(),
  })
  .superRefine((data, context) => {
    const message = contactDataProblem(data)
    if (message) context.addIssue({ code: 'custom', path: ['chat_id'], message })
  })

/** A contact as the CRM knows it. `responsible_user_id` decides in whose chats window and counter its chats show. */
export const contactSchema = z.object({
  id: entityIdSchema,
  responsible_user_id: userIdSchema,
  name: z.string().min(1).max(200),
  contact_data: z.array(contactDataSchema).min(1),
  uri: z.string().max(200),
})
/** A contact as the CRM knows it; `uri` is its page in the CRM. */
export type Contact = z.input<typeof contactSchema>

/** Body of `POST` and `PATCH /v2/contacts`: at most 100 contacts. */
export const contactsRequestSchema = z.object({ contacts: z.array(contactSchema).min(1).max(100) })
const contactReferenceSchema = z.object({ id: entityIdSchema })
/** Body of `DELETE /v2/contacts`: at most 100. No document on record shows it; it follows `DELETE /v2/webhooks`. */
export const contactsDeleteRequestSchema = z.object({ contacts: z.array(contactReferenceSchema).min(1).max(100) })

const textOrNone = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((text) => text ?? undefined)

const storedContactSchema = z.object({
  id: answeredIdSchema,
  responsible_user_id: textOrNone,
  name: textOrNone,
  contact_data: z
    .array(z.object({ chat_type: z.string(), chat_id: textOrNone, username: textOrNone, phone: textOrNone }))
    .nullish()
    .transform((data) => data ?? []),
  uri: textOrNone,
})
/** A contact as the vendor has it. */
export type StoredContact = z.output<typeof storedContactSchema>
/** Response of `GET /v2/contacts`. */
export const contactsAnswerSchema = entitiesAnswer({ name: 'contacts', item: storedContactSchema })
/** Response of `GET /v2/contacts/{contact_id}`. */
export const contactAnswerSchema = envelopedOne(storedContactSchema)

/** Endpoint of {@link listContacts}. */
export const listContactsEndpoint = defineEndpoint({
  operation: 'wazzup-tech.listContacts',
  method: 'GET',
  path: '/v2/contacts',
  summary: 'List contacts, 100 at a time',
  query: listQuerySchema,
  response: { description: 'A page of the contacts.', schema: contactsAnswerSchema },
})

/**
 * Walks through the contacts of the account (`GET /v2/contacts`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/contacts/
 */
export function listContacts(client: WazzupTechClient, options: ListOptions = {}): AsyncGenerator<StoredContact> {
  return listEntities(client, { endpoint: listContactsEndpoint, options })
}

/** Endpoint of {@link fetchContact}. */
export const fetchContactEndpoint = defineEndpoint({
  operation: 'wazzup-tech.fetchContact',
  method: 'GET',
  path: '/v2/contacts/:contact_id',
  summary: 'Get a contact',
  response: { description: 'The contact.', schema: contactAnswerSchema },
})

/**
 * Reads one contact (`GET /v2/contacts/{contact_id}`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/contacts/
 */
export async function fetchContact(
  client: WazzupTechClient,
  { contact_id }: { contact_id: string | number },
  options: CallOptions = {},
): Promise<StoredContact> {
  return send(client.http, fetchContactEndpoint, { params: { contact_id }, ...options })
}

/** Endpoint of {@link saveContacts}. */
export const saveContactsEndpoint = defineEndpoint({
  operation: 'wazzup-tech.saveContacts',
  method: 'POST',
  path: '/v2/contacts',
  summary: 'Add contacts',
  body: contactsRequestSchema,
  response: { description: 'How many were taken in.' },
  idempotent: true,
})

/**
 * Adds contacts (`POST /v2/contacts`), a hundred a request.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/contacts/
 */
export async function saveContacts(
  client: WazzupTechClient,
  contacts: Contact[],
  options: BatchOptions = {},
): Promise<void> {
  await sendList(client.http, saveContactsEndpoint, { items: contacts, item: contactSchema, toBody, options })
}

/** Endpoint of {@link updateContacts}. */
export const updateContactsEndpoint = defineEndpoint({
  operation: 'wazzup-tech.updateContacts',
  method: 'PATCH',
  path: '/v2/contacts',
  summary: 'Update contacts',
  body: contactsRequestSchema,
  response: { description: 'How many were taken in.' },
  idempotent: true,
})

/**
 * Updates contacts (`PATCH /v2/contacts`), a hundred a request.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/contacts/
 */
export async function updateContacts(
  client: WazzupTechClient,
  contacts: Contact[],
  options: BatchOptions = {},
): Promise<void> {
  await sendList(client.http, updateContactsEndpoint, { items: contacts, item: contactSchema, toBody, options })
}

/** Endpoint of {@link deleteContacts}. */
export const deleteContactsEndpoint = defineEndpoint({
  operation: 'wazzup-tech.deleteContacts',
  method: 'DELETE',
  path: '/v2/contacts',
  summary: 'Delete contacts',
  body: contactsDeleteRequestSchema,
  response: { description: 'How many were deleted.' },
  idempotent: true,
})

/**
 * Deletes contacts by their ids (`DELETE /v2/contacts`, with a body), a hundred a request. Their chats stay.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/contacts/
 */
export async function deleteContacts(
  client: WazzupTechClient,
  ids: (string | number)[],
  options: BatchOptions = {},
): Promise<void> {
  const items = ids.map((id) => ({ id }))
  await sendList(client.http, deleteContactsEndpoint, { items, item: contactReferenceSchema, toBody, options })
}

function contactDataProblem(data: {
  chat_type: ChatType
  chat_id?: string | undefined
  username?: string | undefined
  phone?: string | undefined
}): string | undefined {
  const { chat_type, chat_id, username, phone } = data
  if (chat_id !== undefined) return chatIdProblem({ chatType: chat_type, chatId: chat_id })
  const named = chat_type === 'telegram' && (username !== undefined || phone !== undefined)
  return named ? undefined : `a ${chat_type} entry needs a chat_id`
}

const toBody = <Item>(contacts: Item[]): { contacts: Item[] } => ({ contacts })
