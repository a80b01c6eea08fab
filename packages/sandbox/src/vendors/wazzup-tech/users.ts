import {
  userAnswerSchema,
  type userSchema,
  usersAnswerSchema,
  usersDeleteRequestSchema,
  usersRequestSchema,
} from '@crm-chat/vendors/wazzup-tech'
import { and, inArray, notInArray } from 'drizzle-orm'
import type * as z from 'zod'
import type { Refusal } from '../../server/http/answerError.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { deleteUsers, getUser, listUsers, saveUsers } from '../../store/entities/users.ts'
import { type User, users as userRows } from '../../store/schema.ts'
import type { Database } from '../../store/store.ts'
import { answerData } from './answerData.ts'
import { listQuerySchema } from './listQuery.ts'
import { refuseUnknown } from './refuseUnknown.ts'
import { notFound } from './techErrors.ts'

const pageSize = 100

/** The CRM's staff. @see https://wazzup24.com/help/api/users/ */
export const users: Route[] = [
  ...(['POST', 'PATCH'] as const).map((method) =>
    defineRoute({
      operation: method === 'POST' ? 'wazzup-tech.saveUsers' : 'wazzup-tech.updateUsers',
      method,
      path: '/users',
      summary: method === 'POST' ? 'Add users, or update those there are' : 'Update users',
      body: usersRequestSchema,
      check: refuseUnknown({ schema: usersRequestSchema }),
      answers: { 200: { description: 'How many were taken in.' } },
      async handle(call) {
        const { store } = call.account
        const refusal = await refusePhones(store.database, call.body.users)
        if (refusal) return call.refuse(refusal)
        await saveUsers(store, call.body.users)
        return answerData(call, { processed: call.body.users.length })
      },
    }),
  ),
  defineRoute({
    operation: 'wazzup-tech.listUsers',
    method: 'GET',
    path: '/users',
    summary: 'List users, 100 at a time',
    query: listQuerySchema,
    answers: { 200: { description: 'A page of the users.', schema: usersAnswerSchema } },
    async handle(call) {
      const { offset = 0 } = call.query
      const all = await listUsers(call.account.store.database)
      return answerData(call, all.slice(offset, offset + pageSize).map(toTechUser))
    },
  }),
  defineRoute({
    operation: 'wazzup-tech.fetchUser',
    method: 'GET',
    path: '/users/:user_id',
    summary: 'Get a user',
    answers: { 200: { description: 'The user.', schema: userAnswerSchema } },
    async handle(call) {
      const user = await getUser(call.account.store.database, call.context.req.param('user_id') ?? '')
      return user ? answerData(call, toTechUser(user)) : call.refuse(notFound('User'))
    },
  }),
  defineRoute({
    operation: 'wazzup-tech.deleteUsers',
    method: 'DELETE',
    path: '/users',
    summary: 'Delete users',
    body: usersDeleteRequestSchema,
    check: refuseUnknown({ schema: usersDeleteRequestSchema }),
    answers: { 200: { description: 'How many were deleted.' } },
    async handle(call) {
      const ids = await deleteUsers(
        call.account.store,
        call.body.users.map(({ id }) => id),
      )
      return answerData(call, { processed: ids.length })
    },
  }),
]

/** A phone belongs to one user only. */
async function refusePhones(database: Database, given: z.output<typeof userSchema>[]): Promise<Refusal | undefined> {
  const phones = given.flatMap(({ phone }) => phone ?? [])
  const ids = given.map(({ id }) => id)
  const others = await database
    .select()
    .from(userRows)
    .where(and(inArray(userRows.phone, phones), notInArray(userRows.id, ids)))
  const twice = phones.find((phone, index) => phones.indexOf(phone) !== index) ?? others[0]?.phone
  if (twice === undefined || twice === null) return undefined
  return { status: 400, code: 'INVALID_USER_DATA', description: `phone ${twice} belongs to another user` }
}

function toTechUser({ id, name, phone }: User) {
  return { id, name, ...(phone !== null && { phone }) }
}
