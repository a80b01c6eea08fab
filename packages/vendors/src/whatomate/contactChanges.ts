import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WhatomateClient } from './client.ts'
import { contactPath } from './contactPath.ts'
import { type Contact, contactAnswerSchema } from './contacts.ts'
import { doneAnswerSchema, idSchema } from './envelope.ts'

const fieldsSchema = {
  profile_name: z.string().max(255).optional(),
  /** Anything of the CRM's, e.g. its own id of the person: phone numbers may be masked. */
  metadata: z.record(z.string(), z.unknown()).optional(),
  tags: z.array(z.string().min(1)).optional(),
}

const newContactSchema = z.object({
  phone_number: z.string().regex(/^\+?\d{7,15}$/, 'a phone number is 7 to 15 digits'),
  whatsapp_account: z.string().min(1).optional(),
  ...fieldsSchema,
})
/** Parameters of {@link createContact}. */
export type NewContactParameters = z.input<typeof newContactSchema>

const contactChangeSchema = z
  .object({ ...fieldsSchema, marketing_opt_out: z.boolean().optional() })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'change at least one field')
/** Parameters of {@link updateContact}; what is left out stays. */
export type ContactChangeParameters = { contact_id: string } & z.input<typeof contactChangeSchema>

const userSchema = z.object({ user_id: idSchema.nullable() })
const tagsSchema = z.object({ tags: z.array(z.string().min(1)) })

/**
 * Adds a contact (`POST /api/contacts`); one that was deleted comes back.
 * @throws {VendorRequestError} with status 409 when there is one with this phone number.
 * @see Whatomate, "Contacts"
 */
export async function createContact(
  client: WhatomateClient,
  parameters: NewContactParameters,
  options: CallOptions = {},
): Promise<Contact> {
  const body = parseParameters(newContactSchema, parameters)
  return sendRequest(client.http, {
    method: 'POST',
    path: '/api/contacts',
    body,
    answer: contactAnswerSchema,
    ...options,
  })
}

/**
 * Changes a contact (`PUT /api/contacts/{id}`).
 * @throws {VendorRequestError} with status 404 for a contact that is not there, or that the key may not see.
 * @see Whatomate, "Contacts"
 */
export async function updateContact(
  client: WhatomateClient,
  { contact_id, ...change }: ContactChangeParameters,
  options: CallOptions = {},
): Promise<Contact> {
  const path = contactPath(contact_id)
  const body = parseParameters(contactChangeSchema, change)
  return sendRequest(client.http, {
    method: 'PUT',
    path,
    body,
    answer: contactAnswerSchema,
    idempotent: true,
    ...options,
  })
}

/**
 * Assigns a contact to a user, or with `null` to nobody (`PUT /api/contacts/{id}/assign`).
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Contacts"
 */
export async function assignContact(
  client: WhatomateClient,
  { contact_id, user_id }: { contact_id: string; user_id: string | null },
  options: CallOptions = {},
): Promise<void> {
  const body = parseParameters(userSchema, { user_id })
  await change(client, { method: 'PUT', path: `${contactPath(contact_id)}/assign`, body, ...options })
}

/**
 * Replaces the tags of a contact (`PUT /api/contacts/{id}/tags`).
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Contacts"
 */
export async function tagContact(
  client: WhatomateClient,
  { contact_id, tags }: { contact_id: string; tags: string[] },
  options: CallOptions = {},
): Promise<void> {
  const body = parseParameters(tagsSchema, { tags })
  await change(client, { method: 'PUT', path: `${contactPath(contact_id)}/tags`, body, ...options })
}

/**
 * Deletes a contact (`DELETE /api/contacts/{id}`); the messages stay.
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Contacts"
 */
export async function deleteContact(
  client: WhatomateClient,
  { contact_id }: { contact_id: string },
  options: CallOptions = {},
): Promise<void> {
  await change(client, { method: 'DELETE', path: contactPath(contact_id), ...options })
}

function change(
  client: WhatomateClient,
  request: { method: 'PUT' | 'DELETE'; path: string; body?: unknown } & CallOptions,
): Promise<void> {
  return sendRequest(client.http, { ...request, answer: doneAnswerSchema, idempotent: true })
}
