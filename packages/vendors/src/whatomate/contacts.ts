import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { paginateByOffset } from '../http/paginateByOffset.ts'
import { send } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'
import { enveloped, idSchema, textOrNoneSchema } from './envelope.ts'

/** A contact. A server that masks phone numbers sends them with stars: then match by `id` or `metadata`. */
export const contactSchema = z
  .looseObject({
    id: z.string().min(1),
    phone_number: z.string(),
    name: textOrNoneSchema,
    profile_name: textOrNoneSchema,
    tags: z
      .array(z.string())
      .nullish()
      .transform((tags) => tags ?? []),
    metadata: z.unknown().optional(),
    /** Name of `metadata` on older servers. */
    custom_fields: z.unknown().optional(),
    /** RFC 3339, as all times. */
    last_message_at: textOrNoneSchema,
    last_inbound_at: textOrNoneSchema,
    last_message_preview: textOrNoneSchema,
    /** Incoming messages nobody has read, for the whole organization. Not the unanswered ones. */
    unread_count: z.number().int().nonnegative().catch(0),
    assigned_user_id: textOrNoneSchema,
    /** Name of the WhatsApp account. */
    whatsapp_account: textOrNoneSchema,
    /** True if the customer wrote within the last 24 hours. */
    service_window_open: z.boolean().optional(),
    created_at: textOrNoneSchema,
    updated_at: textOrNoneSchema,
  })
  .transform(({ custom_fields, ...contact }) => ({ ...contact, metadata: contact.metadata ?? custom_fields }))
/** A contact. */
export type Contact = z.output<typeof contactSchema>

const contactsSchema: z.ZodType<{ contacts: Contact[]; total: number }> = z
  .looseObject({
    contacts: z.array(contactSchema).optional(),
    items: z.array(contactSchema).optional(),
    total: z.number().int().nonnegative(),
  })
  .transform(({ contacts, items, total }) => ({ contacts: contacts ?? items ?? [], total }))
/** Response of `GET /api/contacts`. */
export const contactsAnswerSchema = enveloped(contactsSchema)
/** Response of `GET /api/contacts/{id}`. */
export const contactAnswerSchema = enveloped(contactSchema)

/** Parameters of a contact's path. */
export const contactParamsSchema = z.object({ id: idSchema })

/** Parameters of {@link listContacts}. */
export interface ContactListParameters {
  /** Part of a phone number or name. There is no search by a whole phone number: compare the results. */
  search?: string | undefined
  /** Contacts with any of these tags. */
  tags?: string[] | undefined
}

const pageSize = 100

/** Endpoint of {@link listContacts}. */
export const listContactsEndpoint = defineEndpoint({
  operation: 'whatomate.listContacts',
  method: 'GET',
  path: '/api/contacts',
  summary: 'List contacts, the one with the newest message first',
  response: { description: 'A page of the contacts.', schema: contactsAnswerSchema },
})

/**
 * Walks through the contacts that the key may see (`GET /api/contacts`), the one with the newest message first.
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Contacts"
 */
export function listContacts(
  client: WhatomateClient,
  { search, tags }: ContactListParameters = {},
  options: CallOptions = {},
): AsyncGenerator<Contact> {
  return paginateByOffset({
    size: pageSize,
    async fetchPage(offset) {
      const { contacts, total } = await send(client.http, listContactsEndpoint, {
        query: { page: Math.floor(offset / pageSize) + 1, limit: pageSize, search, tags: tags?.join(',') },
        signal: options.signal,
      })
      return { items: contacts, total }
    },
  })
}

/** Endpoint of {@link fetchContact}. */
export const fetchContactEndpoint = defineEndpoint({
  operation: 'whatomate.fetchContact',
  method: 'GET',
  path: '/api/contacts/:id',
  summary: 'Get a contact',
  params: contactParamsSchema,
  response: { description: 'The contact.', schema: contactAnswerSchema },
})

/**
 * Reads one contact (`GET /api/contacts/{id}`).
 * @throws {VendorRequestError} with status 404 for a contact that does not exist, or that the key may not see.
 * @see Whatomate, "Contacts"
 */
export async function fetchContact(
  client: WhatomateClient,
  { contact_id }: { contact_id: string },
  options: CallOptions = {},
): Promise<Contact> {
  return send(client.http, fetchContactEndpoint, { params: { id: contact_id }, ...options })
}

/** Endpoint of {@link markContactRead}. */
export const markContactReadEndpoint = defineEndpoint({
  operation: 'whatomate.markContactRead',
  method: 'POST',
  path: '/api/contacts/:id/mark-read',
  summary: "Mark a contact's messages as read, for all staff",
  params: contactParamsSchema,
  response: { description: 'They are read.' },
  idempotent: true,
})

/**
 * Marks all incoming messages of a contact as read (`POST /api/contacts/{id}/mark-read`), for all staff: call it when
 * the conversation is really seen.
 * @throws {VendorRequestError} with status 404 on servers older than May 2026.
 * @see Whatomate, "Contacts"
 */
export async function markContactRead(
  client: WhatomateClient,
  { contact_id }: { contact_id: string },
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, markContactReadEndpoint, { params: { id: contact_id }, ...options })
}
