import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import { sendList } from '../http/sendList.ts'
import { phoneSchema } from './chats.ts'
import type { WazzupV3Client } from './client.ts'
import {
  deleteEntities,
  type EntityId,
  idsSchema,
  type ListOptions,
  listAnswer,
  listEntities,
  missingIdsSchema,
  offsetSchema,
  storedIdSchema,
} from './entities.ts'

/** A user: one of the company's own people in the CRM. */
export const userSchema = z.object({
  /** The CRM's id: up to 64 characters. */
  id: z.union([z.string().min(1).max(64), z.int().transform(String)]),
  name: z.string().min(1).max(150),
  /** For the mobile app: 8 to 15 digits, of one user only. */
  phone: phoneSchema.optional(),
})
/** A user: one of the company's own people in the CRM. */
export type User = z.input<typeof userSchema>

/** A user as the vendor has it. */
export const storedUserSchema = z.looseObject({
  id: storedIdSchema,
  name: z.string().nullish(),
  phone: z.string().nullish(),
  /** Number of the account. */
  accountId: z.union([z.string(), z.number()]).nullish(),
})
/** A user as the vendor has it. */
export type StoredUser = z.infer<typeof storedUserSchema>

/** Endpoint of {@link listUsers}. */
export const listUsersEndpoint = defineEndpoint({
  operation: 'wazzup-v3.listUsers',
  method: 'GET',
  path: '/v3/users',
  summary: 'List the users, by name',
  query: offsetSchema,
  response: { description: 'All users.', schema: z.array(storedUserSchema), accepts: listAnswer(storedUserSchema) },
})

/**
 * Walks through the users of the integration (`GET /v3/users`).
 * @throws {VendorError} one of its subclasses, while walking.
 * @see API v3, "Working with the user entity"
 */
export function listUsers(client: WazzupV3Client, options: ListOptions = {}): AsyncGenerator<StoredUser> {
  return listEntities(client, { endpoint: listUsersEndpoint, options })
}

/** Endpoint of {@link fetchUser}. */
export const fetchUserEndpoint = defineEndpoint({
  operation: 'wazzup-v3.fetchUser',
  method: 'GET',
  path: '/v3/users/:id',
  summary: 'Read a user',
  response: { description: 'The user.', schema: storedUserSchema },
})

/**
 * Reads one user (`GET /v3/users/{id}`).
 * @throws {VendorRequestError} if it does not exist.
 * @see API v3, "Working with the user entity"
 */
export async function fetchUser(client: WazzupV3Client, id: EntityId, options: CallOptions = {}): Promise<StoredUser> {
  return send(client.http, fetchUserEndpoint, { params: { id }, ...options })
}

/** Endpoint of {@link saveUsers}. */
export const saveUsersEndpoint = defineEndpoint({
  operation: 'wazzup-v3.saveUsers',
  method: 'POST',
  path: '/v3/users',
  summary: 'Add or update users',
  body: z.array(userSchema).min(1).max(100),
  response: { description: 'The users are saved.' },
  idempotent: true,
})

/**
 * Adds users, or changes existing ones, matched by id (`POST /v3/users`); 100 in one request, 1,000 in an account.
 * Roles are given in Wazzup's settings only, and a user without one has no chats and no counter.
 * @throws {InvalidParametersError} before anything is sent.
 * @throws {VendorRequestError} `INVALID_USERS_DATA`, `DUPLICATE_PHONE_NUMBER`, `USER_LIMIT_EXCEEDED`.
 * @see API v3, "Working with the user entity"
 */
export async function saveUsers(client: WazzupV3Client, users: User[], options: BatchOptions = {}): Promise<void> {
  await sendList(client.http, saveUsersEndpoint, { items: users, item: userSchema, options })
}

/** Endpoint of {@link deleteUser}. */
export const deleteUserEndpoint = defineEndpoint({
  operation: 'wazzup-v3.deleteUser',
  method: 'DELETE',
  path: '/v3/users/:id',
  summary: 'Remove a user',
  response: { description: 'The user is removed.' },
  idempotent: true,
})

/**
 * Removes a user (`DELETE /v3/users/{id}`).
 * @throws {VendorRequestError} if it does not exist.
 * @see API v3, "Working with the user entity"
 */
export async function deleteUser(client: WazzupV3Client, id: EntityId, options: CallOptions = {}): Promise<void> {
  return send(client.http, deleteUserEndpoint, { params: { id }, ...options })
}

/** Endpoint of {@link deleteUsers}. */
export const deleteUsersEndpoint = defineEndpoint({
  operation: 'wazzup-v3.deleteUsers',
  method: 'PATCH',
  path: '/v3/users/bulk_delete',
  summary: 'Remove users',
  body: idsSchema,
  response: {
    description: 'The ids that were not there.',
    schema: z.array(z.string()),
    accepts: missingIdsSchema,
  },
  idempotent: true,
})

/**
 * Removes users (`PATCH /v3/users/bulk_delete`), 100 in one request.
 * @returns the ids that were not there.
 * @see API v3, "Working with the user entity"
 */
export async function deleteUsers(
  client: WazzupV3Client,
  ids: EntityId[],
  options: BatchOptions = {},
): Promise<string[]> {
  return deleteEntities(client, { endpoint: deleteUsersEndpoint, ids, options })
}
