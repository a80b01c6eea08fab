import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { type storedUserSchema, userSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import type { Account } from '../../server/account.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import { entityNotFound, entityRoutes } from '../../server/routes/entityRoutes.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { pageSize } from '../../store/entities/entityList.ts'
import { deleteUsers, getUser, listUsers, saveUsers } from '../../store/entities/users.ts'
import type { User } from '../../store/schema.ts'
import { bulkRemovalRoute, refuseEntities, respondDone } from './entities.ts'

/** Clients send back what they have read; the account is always that of the key. */
const uploadSchema = userSchema.extend({ accountId: z.union([z.string(), z.number()]).optional() })

const text200 = z.string().min(1).max(200)
const longUserSchema = uploadSchema.extend({ id: z.union([text200, z.int().transform(String)]), name: text200 })

/** `/v3/users`. @see API v3, "Working with the user entity" */
export const users: Route[] = [
  defineRoute({
    endpoint: wazzupV3.listUsers,
    async handle({ account, query: { offset = 0 }, context }) {
      const found = (await listUsers(account.store.database)).map((user) => toUser(user, account))
      if (!account.quirks.isOn('wazzup-v3.pagedUsers')) return context.json(found.slice(offset))
      return context.json({ count: found.length, data: found.slice(offset, offset + pageSize) })
    },
  }),
  ...entityRoutes({
    fetch: wazzupV3.fetchUser,
    remove: wazzupV3.deleteUser,
    get: getUser,
    toBody: toUser,
    removeRows: deleteUsers,
    respondRemoved: respondDone,
    notFound: entityNotFound('user'),
  }),
  defineRoute({
    endpoint: wazzupV3.saveUsers,
    check: ({ body, account }) => refuseEntities({ body, item: toItemSchema(account), code: 'INVALID_USERS_DATA' }),
    body: z.array(longUserSchema).min(1).max(100),
    async handle({ account, body, context, refuse }) {
      const refusal = refuseUsers({ known: await listUsers(account.store.database), given: body })
      if (refusal) return refuse(refusal)
      await saveUsers(
        account.store,
        body.map(({ accountId: _, ...user }) => user),
      )
      return respondDone({ account, context })
    },
  }),
  bulkRemovalRoute({ endpoint: wazzupV3.deleteUsers, removeRows: deleteUsers }),
]

function toItemSchema({ quirks }: Account): z.ZodType<{ id: string }> {
  return quirks.isOn('wazzup-v3.longUserFields') ? longUserSchema : uploadSchema
}

function toUser({ id, name, phone }: User, { accountId }: Account): z.infer<typeof storedUserSchema> {
  return { id, name, accountId, ...(phone === null ? {} : { phone }) }
}

const maxUsers = 1_000

/** Rejects users that conflict with existing ones: a phone number in use, or more users than an account may have. */
function refuseUsers({
  known,
  given,
}: {
  known: User[]
  given: { id: string; phone?: string | undefined }[]
}): Refusal | undefined {
  const ids = new Set([...known, ...given].map(({ id }) => id))
  if (ids.size > maxUsers) {
    const description = `An account has at most ${maxUsers} users.`
    return { status: 400, code: 'USER_LIMIT_EXCEEDED', description }
  }
  const owners = new Map(known.map(({ id, phone }) => [phone, id]))
  for (const { id, phone } of given) {
    if (phone === undefined) continue
    if ((owners.get(phone) ?? id) !== id)
      return { status: 400, code: 'DUPLICATE_PHONE_NUMBER', description: 'Another user has this phone number.' }
    owners.set(phone, id)
  }
  return undefined
}
