import { storedUserSchema, usersAnswerSchema, usersRequestSchema } from '@crm-chat/vendors/wazzup-v2'
import { entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { deleteUsers, getUser, listUsers, replaceUsers, saveUsers } from '../../store/entities/users.ts'
import type { User } from '../../store/schema.ts'

/** `/v2/users`. @see CRM API V2, "Working with the user entity" */
export const users: Route[] = [
  defineRoute({
    operation: 'wazzup-v2.fetchUsers',
    method: 'GET',
    path: '/users',
    summary: 'List the users',
    answers: { 200: { description: 'All users of the integration.', schema: usersAnswerSchema } },
    async handle({ account, context }) {
      return context.json((await listUsers(account.store.database)).map(toUser))
    },
  }),
  ...entityRoutes({
    vendor: 'wazzup-v2',
    name: 'User',
    schema: storedUserSchema,
    get: getUser,
    toAnswer: toUser,
    remove: deleteUsers,
    removal: 'Remove a user',
    answerRemoved: ({ context }) => context.body(null, 200),
  }),
  defineRoute({
    operation: 'wazzup-v2.saveUsers',
    method: 'PATCH',
    path: '/users',
    summary: 'Add users, or change their names',
    body: usersRequestSchema,
    answers: { 200: { description: 'The users are saved.' } },
    async handle({ account, body, context }) {
      await saveUsers(account.store, body.map(withTextId))
      return context.body(null, 200)
    },
  }),
  defineRoute({
    operation: 'wazzup-v2.replaceUsers',
    method: 'PUT',
    path: '/users',
    summary: 'Replace all users',
    body: usersRequestSchema,
    answers: { 200: { description: 'These are the users now.' } },
    async handle({ account, body, context }) {
      await replaceUsers(account.store, body.map(withTextId))
      return context.body(null, 200)
    },
  }),
]

function toUser({ id, name }: User): Pick<User, 'id' | 'name'> {
  return { id, name }
}

function withTextId({ id, name }: { id: string | number; name: string }): Pick<User, 'id' | 'name'> {
  return { id: String(id), name }
}
