import type { MiddlewareHandler } from 'hono'
import type { User } from '../../api/user.ts'
import { answerError } from '../http/answerError.ts'
import { identify } from './identify.ts'
import type { SessionStore } from './sessions.ts'

/** What routes behind {@link requireUser} know. */
export interface UserVariables {
  Variables: { user: User }
}

/** Lets only a logged-in user through. */
export function requireUser(store: SessionStore): MiddlewareHandler<UserVariables> {
  return async (context, next) => {
    const user = await identify(store, context.req.raw)
    if (!user) return answerError(context, { code: 'unauthenticated', message: 'Log in first.' })
    context.set('user', user)
    await next()
  }
}
