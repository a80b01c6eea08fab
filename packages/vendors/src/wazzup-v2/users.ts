import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { checkDistinct } from '../http/checkDistinct.ts'
import { deleteEntity, fetchEntity } from '../http/entities.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { type BatchOptions, sendInBatches } from '../http/sendInBatches.ts'
import { sendRequest } from '../http/sendRequest.ts'
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
/** Answer of `GET /v2/users`. */
export const usersAnswerSchema = z.array(storedUserSchema)

/**
 * Lists the users of the integration (`GET /v2/users`).
 * @throws {VendorError} one of its subclasses.
 * @see CRM API V2, "Obtaining the user list"
 */
export async function fetchUsers(client: WazzupV2Client, options: CallOptions = {}): Promise<StoredUser[]> {
  return sendRequest(client.http, { method: 'GET', path: '/v2/users', answer: usersAnswerSchema, ...options })
}

/**
 * Reads one user (`GET /v2/users/{id}`).
 * @throws {VendorRequestError} when there is none.
 * @see CRM API V2, "Obtaining information about a specific user"
 */
export async function fetchUser(
  client: WazzupV2Client,
  id: User['id'],
  options: CallOptions = {},
): Promise<StoredUser> {
  return fetchEntity(client.http, { path: '/v2/users', id, answer: storedUserSchema, options })
}

/**
 * Adds users, or changes the names of those there are (`PATCH /v2/users`); 100 in one request.
 * @throws {InvalidParametersError} before anything is sent.
 * @see CRM API V2, "Updating the user list"
 */
export async function saveUsers(client: WazzupV2Client, users: User[], options: BatchOptions = {}): Promise<void> {
  const items = parseParameters(usersRequestSchema, users)
  checkDistinct(items)
  await sendInBatches({ ...options, items, send: (body) => sendUsers(client, { method: 'PATCH', body, ...options }) })
}

/**
 * Replaces all users of the integration by these (`PUT /v2/users`), in one request: split, the second part would
 * remove the first.
 * @throws {InvalidParametersError} before anything is sent.
 * @see CRM API V2, "Replacing the user list"
 */
export async function replaceUsers(client: WazzupV2Client, users: User[], options: CallOptions = {}): Promise<void> {
  const body = parseParameters(usersRequestSchema, users)
  checkDistinct(body)
  await sendUsers(client, { method: 'PUT', body, ...options })
}

/**
 * Removes a user from the integration (`DELETE /v2/users/{id}`).
 * @throws {VendorRequestError} when there is none.
 * @see CRM API V2, "Deleting a user"
 */
export async function deleteUser(client: WazzupV2Client, id: User['id'], options: CallOptions = {}): Promise<void> {
  await deleteEntity(client.http, { path: '/v2/users', id, options })
}

async function sendUsers(
  client: WazzupV2Client,
  { method, body, signal }: { method: 'PATCH' | 'PUT'; body: User[]; signal?: AbortSignal | undefined },
): Promise<void> {
  await sendRequest(client.http, { method, path: '/v2/users', body, answer: z.unknown(), idempotent: true, signal })
}
