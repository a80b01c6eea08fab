import { wazzupTech } from '@crm-chat/vendors/endpoints'
import type { userSchema } from '@crm-chat/vendors/wazzup-tech'
import { and, inArray, notInArray } from 'drizzle-orm'
import type * as z from 'zod'
import type { Refusal } from '../../server/http/respondError.ts'
import { entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { deleteUsers, getUser, listUsers, saveUsers } from '../../store/entities/users.ts'
import { type User, users as userRows } from '../../store/schema.ts'
import type { Database } from '../../store/store.ts'
import { respondData } from './respondData.ts'
import { notFound } from './techErrors.ts'
import { uploadRoutes } from './uploadRoutes.ts'

const pageSize = 100

/** Users of the CRM. @see https://wazzup24.com/help/api/users/ */
export const users: Route[] = [
  ...uploadRoutes({
    endpoints: [wazzupTech.saveUsers, wazzupTech.updateUsers],
    async save({ account, body: { users }, refuse }) {
      const refusal = await refusePhones(account.store.database, users)
      if (refusal) return refuse(refusal)
      await saveUsers(account.store, users)
      return users.length
    },
  }),
  defineRoute({
    endpoint: wazzupTech.listUsers,
    async handle(call) {
      const { offset = 0 } = call.query
      const all = await listUsers(call.account.store.database)
      return respondData(call, all.slice(offset, offset + pageSize).map(toTechUser))
    },
  }),
  ...entityRoutes({
    fetch: wazzupTech.fetchUser,
    remove: wazzupTech.deleteUsers,
    listIds: ({ users }) => users.map(({ id }) => id),
    get: getUser,
    toBody: toTechUser,
    removeRows: deleteUsers,
    respond: respondData,
    respondRemoved: (call, ids) => respondData(call, { processed: ids.length }),
    notFound: notFound('User'),
  }),
]

/** Refuses a phone of another user. */
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
