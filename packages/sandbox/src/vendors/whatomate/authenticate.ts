import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Account, Accounts } from '../../server/account.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import type { Authenticate } from '../../server/routes/route.ts'
import { type Actor, setActor } from './actor.ts'
import { accessCookie } from './cookies.ts'
import { refuseWith } from './respondSuccess.ts'
import { getSession } from './sessions.ts'
import { readToken } from './tokens.ts'
import { keyUser } from './users.ts'

/**
 * Accepts the organization's key (`X-API-Key: whm_…`), or the access token of a session (`Authorization: Bearer …`, or its
 * cookie). A request with several is judged by the first of these.
 */
export const authenticate: Authenticate = async ({ context, accounts }) => {
  const credential = readCredential(context)
  if (credential.kind === 'key') return findByKey({ context, accounts, key: credential.key })
  if (credential.kind !== 'header' && credential.kind !== 'cookie') return undefined
  const found = await readAccessToken(accounts, credential.token)
  if (!found) return undefined
  setActor(context, { ...found.actor, credential: credential.kind })
  return found.account
}

/** Finds the account and user of an access token, unless its session has ended. */
export async function readAccessToken(
  accounts: Accounts,
  token: string,
): Promise<{ account: Account; actor: Omit<Actor, 'credential'> } | undefined> {
  const read = await readToken(accounts, { kind: 'access', token })
  if (!read) return undefined
  const { account, user, sessionId } = read
  const outlives = account.quirks.isOn('whatomate.tokensOutliveLogout')
  return outlives || (await getSession(account.store, sessionId)) ? { account, actor: { user, sessionId } } : undefined
}

/** The reason for which a request was not authenticated, in this server's words. */
export function explainRefusal(context: Context): Refusal {
  return refusals[readCredential(context).kind]
}

const refusals = {
  key: refuseWith(401, 'Invalid API key'),
  header: refuseWith(401, 'Invalid or expired token'),
  cookie: refuseWith(401, 'Invalid or expired token'),
  malformed: refuseWith(401, 'Invalid authorization header format'),
  none: refuseWith(401, 'Missing authorization'),
}

type Credential =
  | { kind: 'key'; key: string }
  | { kind: 'header' | 'cookie'; token: string }
  | { kind: 'malformed' | 'none' }

function readCredential(context: Context): Credential {
  const key = context.req.header('x-api-key')
  if (key) return { kind: 'key', key }
  const authorization = context.req.header('authorization')
  const token = /^Bearer ([^ ]+)$/.exec(authorization ?? '')?.[1]
  if (authorization) return token === undefined ? { kind: 'malformed' } : { kind: 'header', token }
  const cookie = getCookie(context, accessCookie)
  return cookie ? { kind: 'cookie', token: cookie } : { kind: 'none' }
}

function findByKey({
  context,
  accounts,
  key,
}: {
  context: Context
  accounts: Accounts
  key: string
}): Account | undefined {
  const account = accounts.find(key)
  if (account?.whatomateKey !== key) return undefined
  setActor(context, { user: keyUser, credential: 'key', sessionId: '' })
  return account
}
