import { wazzupV2 } from '@crm-chat/vendors/endpoints'
import { entityNotFound, entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { deleteUsers, getUser, listUsers, replaceUsers, saveUsers } from '../../store/entities/users.ts'
import type { User } from '../../store/schema.ts'

/** `/v2/users`. @see CRM API V2, "Working with the user entity" */
export const users: Route[] = [
  defineRoute({
    endpoint: wazzupV2.fetchUsers,
    async handle({ account, context }) {
      return context.json((await listUsers(account.store.database)).map(toUser))
    },
  }),
  ...entityRoutes({
    fetch: wazzupV2.fetchUser,
    remove: wazzupV2.deleteUser,
    get: getUser,
    toBody: toUser,
    removeRows: deleteUsers,
    respondRemoved: ({ context }) => context.body(null, 200),
    notFound: entityNotFound('user'),
  }),
  defineRoute({
    endpoint: wazzupV2.saveUsers,
    async handle({ account, body, context }) {
      await saveUsers(account.store, body.map(withTextId))
      return context.body(null, 200)
    },
  }),
  defineRoute({
    endpoint: wazzupV2.replaceUsers,
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
