import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import { beginsWithTrunk8, trunk8Problem } from '../trunk8.ts'
import type { WhatomateClient } from './client.ts'
import { type Contact, contactAnswerSchema, contactParamsSchema } from './contacts.ts'
import { idSchema } from './envelope.ts'

const fieldsSchema = {
  profile_name: z.string().max(255).optional(),
  /** Anything of the CRM's, e.g. its own id of the person: phone numbers may be masked. */
  metadata: z.record(z.string(), z.unknown()).optional(),
  tags: z.array(z.string().min(1)).optional(),
}

const newContactSchema = z.object({
  phone_number: z
    .string()
    .regex(/^\+?\d{7,15}$/, 'a phone number is 7 to 15 digits')
    .refine((phone) => !beginsWithTrunk8(phone.replace('+', '')), trunk8Problem),
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

/** Endpoint of {@link createContact}. */
export const createContactEndpoint = defineEndpoint({
  operation: 'whatomate.createContact',
  method: 'POST',
  path: '/api/contacts',
  summary: 'Add a contact',
  body: newContactSchema,
  response: { description: 'The contact.', schema: contactAnswerSchema },
})

/**
 * Adds a contact (`POST /api/contacts`), or restores a deleted one.
 * @throws {VendorRequestError} with status 409 if the phone number exists already.
 * @see Whatomate, "Contacts"
 */
export async function createContact(
  client: WhatomateClient,
  parameters: NewContactParameters,
  options: CallOptions = {},
): Promise<Contact> {
  return send(client.http, createContactEndpoint, { body: parameters, ...options })
}

/** Endpoint of {@link updateContact}. */
export const updateContactEndpoint = defineEndpoint({
  operation: 'whatomate.updateContact',
  method: 'PUT',
  path: '/api/contacts/:id',
  summary: 'Change a contact',
  params: contactParamsSchema,
  body: contactChangeSchema,
  response: { description: 'The contact as it is now.', schema: contactAnswerSchema },
  idempotent: true,
})

/**
 * Changes a contact (`PUT /api/contacts/{id}`).
 * @throws {VendorRequestError} with status 404 for a contact that does not exist, or that the key may not see.
 * @see Whatomate, "Contacts"
 */
export async function updateContact(
  client: WhatomateClient,
  { contact_id, ...change }: ContactChangeParameters,
  options: CallOptions = {},
): Promise<Contact> {
  return send(client.http, updateContactEndpoint, { params: { id: contact_id }, body: change, ...options })
}

/** Endpoint of {@link assignContact}. */
export const assignContactEndpoint = defineEndpoint({
  operation: 'whatomate.assignContact',
  method: 'PUT',
  path: '/api/contacts/:id/assign',
  summary: 'Assign a contact to a user, or to nobody',
  params: contactParamsSchema,
  body: userSchema,
  response: { description: 'Whose it is now.' },
  idempotent: true,
})

/**
 * Assigns a contact to a user, or to nobody with `null` (`PUT /api/contacts/{id}/assign`).
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Contacts"
 */
export async function assignContact(
  client: WhatomateClient,
  { contact_id, user_id }: { contact_id: string; user_id: string | null },
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, assignContactEndpoint, { params: { id: contact_id }, body: { user_id }, ...options })
}

/** Endpoint of {@link tagContact}. */
export const tagContactEndpoint = defineEndpoint({
  operation: 'whatomate.tagContact',
  method: 'PUT',
  path: '/api/contacts/:id/tags',
  summary: 'Replace the tags of a contact',
  params: contactParamsSchema,
  body: tagsSchema,
  response: { description: 'The tags there are now.' },
  idempotent: true,
})

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
  return send(client.http, tagContactEndpoint, { params: { id: contact_id }, body: { tags }, ...options })
}

/** Endpoint of {@link deleteContact}. */
export const deleteContactEndpoint = defineEndpoint({
  operation: 'whatomate.deleteContact',
  method: 'DELETE',
  path: '/api/contacts/:id',
  summary: 'Delete a contact; the messages stay',
  params: contactParamsSchema,
  response: { description: 'The contact is gone.' },
  idempotent: true,
})

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
  return send(client.http, deleteContactEndpoint, { params: { id: contact_id }, ...options })
}
