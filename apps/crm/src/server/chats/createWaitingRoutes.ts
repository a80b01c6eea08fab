import { Hono } from 'hono'
import * as z from 'zod/mini'
import { listQueryFields } from '../../api/page.ts'
import { readQuery } from '../lists/readQuery.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { listWaiting, type WaitingQuery } from './listWaiting.ts'

const querySchema: z.ZodMiniType<WaitingQuery> = z.object({
  after: listQueryFields.after,
  limit: listQueryFields.limit,
  ownerId: listQueryFields.ownerId,
})

/** Creates the route of chats whose customers wait. */
export function createWaitingRoutes(store: SessionStore): Hono<UserVariables> {
  return new Hono<UserVariables>().use(requireUser(store)).get('/', async (context) => {
    const query = readQuery(context, querySchema)
    return context.json(await listWaiting(store.database, { user: context.var.user, query }))
  })
}
