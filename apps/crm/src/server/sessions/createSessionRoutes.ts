import { asc } from 'drizzle-orm'
import { Hono } from 'hono'
import { loginRequestSchema } from '../../api/user.ts'
import { ApiError } from '../errors.ts'
import { readBody } from '../http/readBody.ts'
import { users } from '../store/schema.ts'
import { identify } from './identify.ts'
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './sessionCookie.ts'
import { createSession, endSession, type SessionStore } from './sessions.ts'

/** Options of {@link createSessionRoutes}. */
export interface SessionRoutesOptions {
  store: SessionStore
  /** Called with the id of a user who logged out. */
  onLogout: (userId: string) => void
}

/** Creates the routes that list users, log in and log out. The demo has no passwords. */
export function createSessionRoutes({ store, onLogout }: SessionRoutesOptions): Hono {
  return new Hono()
    .get('/users', async (context) =>
      context.json({ users: await store.database.select().from(users).orderBy(asc(users.name)) }),
    )
    .get('/me', async (context) => context.json({ user: await identify(store, context.req.raw) }))
    .post('/login', async (context) => {
      const { userId } = await readBody(context, loginRequestSchema)
      const session = await createSession(store, userId)
      if (!session) throw new ApiError({ code: 'not_found', message: 'Unknown user.' })
      await endOldSession(store, context.req.raw)
      writeSessionCookie(context, session.id)
      return context.json({ user: session.user })
    })
    .post('/logout', async (context) => {
      const user = await identify(store, context.req.raw)
      await endOldSession(store, context.req.raw)
      clearSessionCookie(context)
      if (user) onLogout(user.id)
      return context.json({ user: null })
    })
}

async function endOldSession(store: SessionStore, request: Request): Promise<void> {
  const id = readSessionCookie(request)
  if (id) await endSession(store, id)
}
