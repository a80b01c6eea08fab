import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { sessionLifetimeMs } from './sessions.ts'

const name = 'northdesk_session'
const options = { path: '/', httpOnly: true, sameSite: 'Lax' } as const

/** The session id that a request carries, or null. */
export function readSessionCookie(request: Request): string | null {
  return parse(request.headers.get('cookie') ?? '', name)[name] || null
}

/** Gives the browser a session id. Only sent over TLS where the page itself came that way. */
export function writeSessionCookie(context: Context, id: string): void {
  setCookie(context, name, id, { ...options, secure: isSecure(context), maxAge: sessionLifetimeMs / 1000 })
}

/** Takes the session id from the browser. */
export function clearSessionCookie(context: Context): void {
  deleteCookie(context, name, { ...options, secure: isSecure(context) })
}

/** The page's own origin says how it was loaded, also behind a proxy that ends TLS. */
function isSecure(context: Context): boolean {
  return context.req.header('origin')?.startsWith('https:') ?? false
}
