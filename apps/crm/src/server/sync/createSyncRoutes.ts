import { Hono } from 'hono'
import { mayAdminister } from '../../api/role.ts'
import { ApiError } from '../errors.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import type { VendorSync } from './createSync.ts'

/** Creates the routes that start, stop and show a sync, for administrators. Nobody else learns that they are there. */
export function createSyncRoutes({
  store,
  sync: { read, start, stop },
}: {
  store: SessionStore
  sync: VendorSync
}): Hono<UserVariables> {
  return new Hono<UserVariables>()
    .use(requireUser(store))
    .use(async (context, next) => {
      if (!mayAdminister(context.var.user.role))
        throw new ApiError({ code: 'not_found', message: 'Unknown API route.' })
      await next()
    })
    .get('/', async (context) => context.json({ sync: await read() }))
    .post('/', async (context) => {
      await start()
      return context.json({ sync: await read() })
    })
    .delete('/', async (context) => {
      await stop()
      return context.json({ sync: await read() })
    })
}
