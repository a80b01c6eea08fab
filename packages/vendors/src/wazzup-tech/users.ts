import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import { sendList } from '../http/sendList.ts'
import type { WazzupTechClient } from './client.ts'
import { entitiesAnswer, type ListOptions, listEntities, listQuerySchema } from './entityList.ts'
import { envelopedOne } from './envelope.ts'
import { answeredIdSchema, phoneSchema, userIdSchema } from './ids.ts'

/** A user: someone who works in the CRM. `phone` is digits only, is unique, and serves the mobile app. */
export const userSchema = z.object({
  id: userIdSchema,
  name: z.string().min(1).max(150),
  phone: phoneSchema.optional(),
})
/** Someone who works in the CRM. */
export type User = z.input<typeof userSchema>

const userReferenceSchema = z.object({ id: userIdSchema })

/** Body of `POST` and `PATCH /v2/users`: at most 100 users. */
export const usersRequestSchema = z.object({ users: z.array(userSchema).min(1).max(100) })
/** Body of `DELETE /v2/users`: at most 100. No document on record shows it; it follows `DELETE /v2/webhooks`. */
export const usersDeleteRequestSchema = z.object({
  users: z
    .array(z.object({ id: userIdSchema }))
    .min(1)
    .max(100),
})

const storedUserSchema = z.object({
  id: answeredIdSchema,
  name: z
    .string()
    .nullish()
    .transform((name) => name ?? ''),
  phone: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .transform((phone) => phone ?? undefined),
})
/** A user as the vendor has it. */
export type StoredUser = z.output<typeof storedUserSchema>
/** Response of `GET /v2/users`. */
export const usersAnswerSchema = entitiesAnswer({ name: 'users', item: storedUserSchema })
/** Response of `GET /v2/users/{user_id}`. */
export const userAnswerSchema = envelopedOne(storedUserSchema)

/** Endpoint of {@link listUsers}. */
export const listUsersEndpoint = defineEndpoint({
  operation: 'wazzup-tech.listUsers',
  method: 'GET',
  path: '/v2/users',
  summary: 'List users, 100 at a time',
  query: listQuerySchema,
  response: { description: 'A page of the users.', schema: usersAnswerSchema },
})

/**
 * Walks through the users of the account (`GET /v2/users`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/users/
 */
export function listUsers(client: WazzupTechClient, options: ListOptions = {}): AsyncGenerator<StoredUser> {
  return listEntities(client, { endpoint: listUsersEndpoint, options })
}

/** Endpoint of {@link fetchUser}. */
export const fetchUserEndpoint = defineEndpoint({
  operation: 'wazzup-tech.fetchUser',
  method: 'GET',
  path: '/v2/users/:user_id',
  summary: 'Get a user',
  response: { description: 'The user.', schema: userAnswerSchema },
})

/**
 * Reads one user (`GET /v2/users/{user_id}`).
 * @throws {VendorRequestError} with status 404 for one the vendor does not know.
 * @see https://wazzup24.com/help/api/users/
 */
export async function fetchUser(
  client: WazzupTechClient,
  { user_id }: { user_id: string | number },
  options: CallOptions = {},
): Promise<StoredUser> {
  return send(client.http, fetchUserEndpoint, { params: { user_id }, ...options })
}

/** Endpoint of {@link saveUsers}. */
export const saveUsersEndpoint = defineEndpoint({
  operation: 'wazzup-tech.saveUsers',
  method: 'POST',
  path: '/v2/users',
  summary: 'Add users, or update those there are',
  body: usersRequestSchema,
  response: { description: 'How many were taken in.' },
  idempotent: true,
})

/**
 * Adds users, or updates those the vendor knows by their id (`POST /v2/users`), a hundred a request. A user who is not
 * known has no chats window and no counter.
 * @throws {VendorRequestError} `INVALID_USER_DATA`, e.g. for a phone number two users have.
 * @see https://wazzup24.com/help/api/users/
 */
export async function saveUsers(client: WazzupTechClient, users: User[], options: BatchOptions = {}): Promise<void> {
  await sendList(client.http, saveUsersEndpoint, { items: users, item: userSchema, toBody, options })
}

/** Endpoint of {@link updateUsers}. */
export const updateUsersEndpoint = defineEndpoint({
  operation: 'wazzup-tech.updateUsers',
  method: 'PATCH',
  path: '/v2/users',
  summary: 'Update users',
  body: usersRequestSchema,
  response: { description: 'How many were taken in.' },
  idempotent: true,
})

/**
 * Updates users (`PATCH /v2/users`), a hundred a request.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/users/
 */
export async function updateUsers(client: WazzupTechClient, users: User[], options: BatchOptions = {}): Promise<void> {
  await sendList(client.http, updateUsersEndpoint, { items: users, item: userSchema, toBody, options })
}

/** Endpoint of {@link deleteUsers}. */
export const deleteUsersEndpoint = defineEndpoint({
  operation: 'wazzup-tech.deleteUsers',
  method: 'DELETE',
  path: '/v2/users',
  summary: 'Delete users',
  body: usersDeleteRequestSchema,
  response: { description: 'How many were deleted.' },
  idempotent: true,
})

/**
 * Deletes users by their ids (`DELETE /v2/users`, with a body), a hundred a request.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/users/
 */
export async function deleteUsers(
  client: WazzupTechClient,
  ids: (string | number)[],
  options: BatchOptions = {},
): Promise<void> {
  const items = ids.map((id) => ({ id }))
  await sendList(client.http, deleteUsersEndpoint, { items, item: userReferenceSchema, toBody, options })
}

const toBody = <Item>(users: Item[]): { users: Item[] } => ({ users })
