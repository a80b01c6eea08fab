import { Hono } from 'hono'
import { activityQuerySchema } from '../../api/activity.ts'
import { readQuery } from '../lists/readQuery.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { listActivity } from './listActivity.ts'

/** Creates the route of the activity feed. */
export function createActivityRoutes(store: SessionStore): Hono<UserVariables> {
  return new Hono<UserVariables>().use(requireUser(store)).get('/', async (context) => {
    const query = readQuery(context, activityQuerySchema)
    return context.json(await listActivity(store.database, { user: context.var.user, query }))
  })
}
