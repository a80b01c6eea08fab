import { Hono } from 'hono'
import { dashboardQuerySchema } from '../../api/dashboard.ts'
import { seesAll } from '../../api/role.ts'
import { ApiError } from '../errors.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { getDashboard } from './getDashboard.ts'

const longestMs = 92 * 24 * 60 * 60 * 1_000

/** Creates the route of the dashboard. A user who does not see all gets the figures of their own contacts. */
export function createDashboardRoutes(store: SessionStore): Hono<UserVariables> {
  return new Hono<UserVariables>().use(requireUser(store)).get('/', async (context) => {
    const query = dashboardQuerySchema.safeParse(context.req.query())
    if (!query.success) throw invalid('The period is missing or invalid.')
    const { from, to, timeZone = 'UTC' } = query.data
    if (to <= from || to - from > longestMs) throw invalid('Choose a period of 1 to 92 days.')
    const { user } = context.var
    const ownerId = seesAll(user.role) ? null : user.id
    try {
      return context.json(await getDashboard(store.database, { from, to, timeZone, ownerId }))
    } catch (error) {
      if (error instanceof RangeError) throw invalid('The time zone is unknown.')
      throw error
    }
  })
}

function invalid(message: string): ApiError {
  return new ApiError({ code: 'invalid_request', message })
}
