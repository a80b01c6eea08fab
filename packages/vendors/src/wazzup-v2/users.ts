import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { checkDistinct } from '../http/checkDistinct.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { send, sendChecked } from '../http/send.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import { sendList } from '../http/sendList.ts'
import { userIdSchema } from './chats.ts'
import type { WazzupV2Client } from './client.ts'

/** A user: one of the company's own people in the CRM. The id is the CRM's. */
export const userSchema = z.object({ id: userIdSchema, name: z.string().min(1).max(150) })
/** A user: one of the company's own people in the CRM. */
export type User = z.input<typeof userSchema>
/** Body of `PATCH` and `PUT /v2/users`. */
export const usersRequestSchema = z.array(userSchema)

/** A user as the vendor has it. */
export const storedUserSchema = z.looseObject({ id: z.union([z.string(), z.number()]), name: z.string().nullish() })
/** A user as the vendor has it. */
export type StoredUser = z.infer<typeof storedUserSchema>
/** Response of `GET /v2/users`. */
export const usersAnswerSchema = z.array(storedUserSchema)

/** Endpoint of {@link fetchUsers}. */
export const fetchUsersEndpoint = defineEndpoint({
  operation: 'wazzup-v2.fetchUsers',
  method: 'GET',
  path: '/v2/users',
  summary: 'List the users',
  response: { description: 'All users of the integration.', schema: usersAnswerSchema },
  source: { document: documents.crmApiV2, section: 'Obtaining the user list' },
})

/**
 * Lists the users of the integration (`GET /v2/users`).
 * @throws {VendorError} one of its subclasses.
 * @see CRM API V2, "Obtaining the user list"
 */
export async function fetchUsers(client: WazzupV2Client, options: CallOptions = {}): Promise<StoredUser[]> {
  return send(client.http, fetchUsersEndpoint, options)
}

/** Endpoint of {@link fetchUser}. */
export const fetchUserEndpoint = defineEndpoint({
  operation: 'wazzup-v2.fetchUser',
  method: 'GET',
  path: '/v2/users/:id',
  summary: 'Read a user',
  response: { description: 'The user.', schema: storedUserSchema },
  source: {
    document: documents.crmApiV2,
    section: 'Obtaining information about a specific user',
    params: { id: 'user id' },
  },
})

/**
 * Reads one user (`GET /v2/users/{id}`).
 * @throws {VendorRequestError} if it does not exist.
 * @see CRM API V2, "Obtaining information about a specific user"
 */
export async function fetchUser(
  client: WazzupV2Client,
  id: User['id'],
  options: CallOptions = {},
): Promise<StoredUser> {
  return send(client.http, fetchUserEndpoint, { params: { id }, ...options })
}

/** Endpoint of {@link saveUsers}. */
export const saveUsersEndpoint = defineEndpoint({
  operation: 'wazzup-v2.saveUsers',
  method: 'PATCH',
  path: '/v2/users',
  summary: 'Add users, or change their names',
  body: usersRequestSchema,
  response: { description: 'The users are saved.' },
  idempotent: true,
  source: { document: documents.crmApiV2, section: 'Updating the user list' },
})

/**
 * Adds users, or changes the names of existing ones (`PATCH /v2/users`); 100 in one request.
 * @throws {InvalidParametersError} before anything is sent.
 * @see CRM API V2, "Updating the user list"
 */
export async function saveUsers(client: WazzupV2Client, users: User[], options: BatchOptions = {}): Promise<void> {
  await sendList(client.http, saveUsersEndpoint, { items: users, item: userSchema, options })
}

/** Endpoint of {@link replaceUsers}. */
export const replaceUsersEndpoint = defineEndpoint({
  operation: 'wazzup-v2.replaceUsers',
  method: 'PUT',
  path: '/v2/users',
  summary: 'Replace all users',
  body: usersRequestSchema,
  response: { description: 'These are the users now.' },
  idempotent: true,
  source: { document: documents.crmApiV2, section: 'Replacing the user list' },
})

/**
 * Replaces all users of the integration by these (`PUT /v2/users`), in one request: split, the second part would
 * remove the first.
 * @throws {InvalidParametersError} before anything is sent.
 * @see CRM API V2, "Replacing the user list"
 */
export async function replaceUsers(client: WazzupV2Client, users: User[], options: CallOptions = {}): Promise<void> {
  const body = parseParameters(usersRequestSchema, users)
  checkDistinct(body)
  return sendChecked(client.http, replaceUsersEndpoint, { body, ...options })
}

/** Endpoint of {@link deleteUser}. */
export const deleteUserEndpoint = defineEndpoint({
  operation: 'wazzup-v2.deleteUser',
  method: 'DELETE',
  path: '/v2/users/:id',
  summary: 'Remove a user',
  response: { description: 'The user is removed.' },
  idempotent: true,
  source: { document: documents.crmApiV2, section: 'Deleting a user', params: { id: 'user id' } },
})

/**
 * Removes a user from the integration (`DELETE /v2/users/{id}`).
 * @throws {VendorRequestError} if it does not exist.
 * @see CRM API V2, "Deleting a user"
 */
export async function deleteUser(client: WazzupV2Client, id: User['id'], options: CallOptions = {}): Promise<void> {
  return send(client.http, deleteUserEndpoint, { params: { id }, ...options })
}
