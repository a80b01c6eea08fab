import type { MiddlewareHandler } from 'hono'
import type { User } from '../../api/user.ts'
import { respondWithError } from '../http/respondWithError.ts'
import { identify } from './identify.ts'
import type { SessionStore } from './sessions.ts'

/** Context variables of routes behind {@link requireUser}. */
export interface UserVariables {
  Variables: { user: User }
}

/** Rejects requests without a logged-in user. */
export function requireUser(store: SessionStore): MiddlewareHandler<UserVariables> {
  return async (context, next) => {
    const user = await identify(store, context.req.raw)
    if (!user) return respondWithError(context, { code: 'unauthenticated', message: 'Log in first.' })
    context.set('user', user)
    await next()
  }
}
