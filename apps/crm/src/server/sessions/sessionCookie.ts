import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { sessionLifetimeMs } from './sessions.ts'

const name = 'northdesk_session'
const options = { path: '/', httpOnly: true, sameSite: 'Lax' } as const

/** Reads the session id from a request, or null. */
export function readSessionCookie(request: Request): string | null {
  return parse(request.headers.get('cookie') ?? '', name)[name] || null
}

/** Sets the session cookie. It is restricted to TLS if the page itself was loaded over TLS. */
export function writeSessionCookie(context: Context, id: string): void {
  setCookie(context, name, id, { ...options, secure: isSecure(context), maxAge: sessionLifetimeMs / 1000 })
}

/** Clears the session cookie. */
export function clearSessionCookie(context: Context): void {
  deleteCookie(context, name, { ...options, secure: isSecure(context) })
}

/** Reads the scheme from the page's origin, which is correct behind a proxy that terminates TLS too. */
function isSecure(context: Context): boolean {
  return context.req.header('origin')?.startsWith('https:') ?? false
}
