import type { User } from '../../api/user.ts'
import { readSessionCookie } from './sessionCookie.ts'
import { getSessionUser, type SessionStore } from './sessions.ts'

/** Returns the user of the session in the request's cookie, or null. */
export async function identify(store: SessionStore, request: Request): Promise<User | null> {
  const id = readSessionCookie(request)
  return id ? getSessionUser(store, id) : null
}
