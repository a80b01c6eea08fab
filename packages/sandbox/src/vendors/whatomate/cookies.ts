import { randomBytes } from 'node:crypto'
import { whatomateApp } from '@crm-chat/vendors/endpoints'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { getVendorPrefix } from '../../server/http/listenForVendors.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import { findActor } from './actor.ts'
import { accessLifetimeS, refreshLifetimeS } from './tokenLifetimes.ts'
import type { SessionTokens } from './tokens.ts'

/** Name of the cookie with the access token. */
export const accessCookie = 'whm_access'
/** Name of the cookie with the refresh token. */
export const refreshCookie = 'whm_refresh'
/** Name of the cookie whose value requests that change something repeat in a header. Scripts of the page can read it. */
const csrfCookie = 'whm_csrf'

/** Sets the cookies of a session. */
export function setSessionCookies(context: Context, { accessToken, refreshToken }: SessionTokens): void {
  set(context, { name: accessCookie, value: accessToken, maxAge: accessLifetimeS })
  set(context, { name: refreshCookie, value: refreshToken, maxAge: refreshLifetimeS })
  set(context, { name: csrfCookie, value: randomBytes(32).toString('base64url'), maxAge: refreshLifetimeS })
}

/** Deletes the cookies of a session. */
export function deleteSessionCookies(context: Context): void {
  for (const name of [accessCookie, refreshCookie, csrfCookie]) set(context, { name, value: '', maxAge: 0 })
}

/** Refuses a change that is authenticated by a cookie only, which another page could have sent. */
export function checkCsrf({ context }: { context: Context }): Refusal | undefined {
  const reads = ['GET', 'HEAD'].includes(context.req.method)
  if (reads || findActor(context)?.credential !== 'cookie') return undefined
  const sent = context.req.header('x-csrf-token')
  return sent && sent === getCookie(context, csrfCookie) ? undefined : csrfMismatch
}

const csrfMismatch: Refusal = { status: 403, code: 'CSRF', description: 'CSRF token mismatch' }

function set(context: Context, { name, value, maxAge }: { name: string; value: string; maxAge: number }): void {
  setCookie(context, name, value, {
    path: toPath(context, name),
    maxAge,
    httpOnly: name !== csrfCookie,
    sameSite: 'Lax',
  })
}

/**
 * The path of a cookie. On the vendor's own port it is the server's. Below `/whatomate` it is every path, because a web
 * server in front may serve that path under another one.
 */
function toPath(context: Context, name: string): string {
  const { incoming }: HttpBindings = context.env
  if (getVendorPrefix(incoming) === undefined) return '/'
  if (name === refreshCookie) return whatomateApp.refreshSession.path
  return name === accessCookie ? '/api' : '/'
}
