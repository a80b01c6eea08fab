import type { Sandbox } from '../src/index.ts'
import { type Answer, callSandbox } from './callSandbox.ts'
import { createCookieJar } from './walks/createCookieJar.ts'

/** Password of all users of the sandbox's Whatomate. */
export const password = 'sandbox-password'

/** Tokens of a session. */
export interface SessionTokens {
  access: string
  refresh: string
  csrf: string
}

/** Reads the tokens in the cookies of a response. */
export function readCookies({ headers }: Answer): SessionTokens {
  const jar = createCookieJar()
  jar.store(headers)
  const [access = '', refresh = '', csrf = ''] = ['whm_access', 'whm_refresh', 'whm_csrf'].map((name) => jar.get(name))
  return { access, refresh, csrf }
}

/** Signs a user in. */
export async function signIn(sandbox: Sandbox, email = 'admin@example.com'): Promise<SessionTokens> {
  return readCookies(await callPublic(sandbox, 'POST /api/auth/login', { email, password }))
}

/** Calls a route without any key, with the given headers. */
export function callPublic(
  sandbox: Sandbox,
  route: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return callSandbox(sandbox, route.replace(' /', ' /whatomate/'), {
    headers: { authorization: '', ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

/** Calls a route with an access token in the header. */
export function callWithToken(sandbox: Sandbox, route: string, token: string, body?: unknown): Promise<Answer> {
  return callPublic(sandbox, route, body, { authorization: `Bearer ${token}` })
}
