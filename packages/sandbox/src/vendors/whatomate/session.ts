import { whatomateApp } from '@crm-chat/vendors/endpoints'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import * as z from 'zod'
import type { Account, Accounts } from '../../server/account.ts'
import { readJson } from '../../server/http/readJson.ts'
import { type Authenticate, type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { getActor } from './actor.ts'
import { authenticate } from './authenticate.ts'
import { deleteSessionCookies, refreshCookie, setSessionCookies } from './cookies.ts'
import { getOrganization } from './organization.ts'
import { refuseWith, respondSuccess } from './respondSuccess.ts'
import { endSession, rotateSession, startSession } from './sessions.ts'
import type { StoredSession } from './tables.ts'
import { accessLifetimeS } from './tokenLifetimes.ts'
import { mintSessionTokens, readToken, type Token } from './tokens.ts'
import { toUser } from './toUser.ts'
import { findByEmail, password, type User } from './users.ts'
import { isUuid } from './withPerson.ts'

/** Signs users in and out. @see Whatomate, "Authentication" */
export const session: Route[] = [
  defineRoute({
    endpoint: whatomateApp.logIn,
    authenticate: withoutSession(async ({ context, accounts }) => {
      const body = emailSchema.safeParse(await readJson(context))
      return body.success ? findByEmail(accounts, body.data.email)?.account : undefined
    }),
    async handle(call) {
      const { account, accounts, body, refuse } = call
      const found = findByEmail(accounts, body.email)
      if (!found || body.password !== password) return refuse(refuseWith(401, 'Invalid credentials'))
      const { user } = found
      return respondSignedIn(call, { user, session: await startSession(account.store, user.userId) })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.refreshSession,
    authenticate: withoutSession(findByRefreshToken),
    async handle(call) {
      const { account, accounts, context, refuse } = call
      const given = await readRefreshToken(context)
      if (given === '') return refuse(refuseWith(401, 'Missing refresh token'))
      const token = await readToken(accounts, { kind: 'refresh', token: given })
      if (!token) return refuse(refuseWith(401, 'Invalid refresh token'))
      const rotated = await rotateSession(account.store, token)
      if (!rotated) return refuse(refuseWith(401, 'Refresh token has been revoked'))
      return respondSignedIn(call, { user: token.user, session: rotated })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.logOut,
    authenticate: withoutSession(findByRefreshToken),
    async handle(call) {
      const { accounts, context } = call
      const refresh = await readToken(accounts, { kind: 'refresh', token: await readRefreshToken(context) })
      await endSessions(call, refresh)
      deleteSessionCookies(context)
      return respondSuccess(call, { status: 'logged_out' })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.switchOrganization,
    async handle(call) {
      const { account, body, refuse } = call
      const { user, sessionId } = getActor(call)
      if (body.organization_id === '') return refuse(refuseWith(400, 'organization_id is required'))
      if (!isUuid(body.organization_id)) return refuse(refuseWith(400, 'Invalid request body'))
      if (body.organization_id !== getOrganization(account.store).organizationId)
        return refuse(refuseWith(404, 'Organization not found'))
      await endSession(account.store, sessionId)
      return respondSignedIn(call, { user, session: await startSession(account.store, user.userId) })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.listSsoProviders,
    authenticate: ({ accounts }) => accounts.default,
    handle: (call) => respondSuccess(call, []),
  }),
]

const emailSchema = z.object({ email: z.string() })

/** Authenticates a request that needs no session: unless it names an account, it belongs to the first one. */
function withoutSession(find: Authenticate): Authenticate {
  return async (parameters) => {
    await authenticate(parameters) // A cookie that is sent along is checked for its CSRF token.
    return (await find(parameters)) ?? parameters.accounts.default
  }
}

async function findByRefreshToken({ context, accounts }: { context: Context; accounts: Accounts }) {
  const token = await readToken(accounts, { kind: 'refresh', token: await readRefreshToken(context) })
  return token?.account ?? (await authenticate({ context, accounts }))
}

const refreshBodySchema = z.object({ refresh_token: z.string() })

/** The refresh token of the cookie, else of the body, which may be missing. */
async function readRefreshToken(context: Context): Promise<string> {
  const body = refreshBodySchema.safeParse(await readJson(context))
  return getCookie(context, refreshCookie) || (body.success ? body.data.refresh_token : '')
}

/** Ends the sessions of a request's tokens, because browsers send the refresh token nowhere but to its own path. */
async function endSessions(call: Call, refresh: Token | undefined): Promise<void> {
  const { account } = call
  const ids = [getActor(call).sessionId, refresh?.account === account ? refresh.sessionId : '']
  for (const id of ids) await endSession(account.store, id)
}

/** Responds with the user, and the tokens in cookies; with a quirk, in the body. */
async function respondSignedIn(
  call: Pick<Call, 'account' | 'accounts' | 'context'>,
  { user, session }: { user: User; session: StoredSession },
): Promise<Response> {
  const { account, accounts, context } = call
  const tokens = await mintSessionTokens({ accounts, account, user, session })
  const body = { expires_in: accessLifetimeS, user: await toUser({ accounts, account, user }) }
  if (inBody(account)) {
    const { accessToken: access_token, refreshToken: refresh_token } = tokens
    return respondSuccess(call, { access_token, refresh_token, ...body })
  }
  setSessionCookies(context, tokens)
  return respondSuccess(call, body)
}

function inBody({ quirks }: Account): boolean {
  return quirks.isOn('whatomate.bodyTokens')
}
