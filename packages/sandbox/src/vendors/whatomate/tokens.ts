import { createHmac } from 'node:crypto'
import { decodeProtectedHeader, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import * as z from 'zod'
import type { Account, Accounts } from '../../server/account.ts'
import { getOrganization } from './organization.ts'
import type { StoredSession } from './tables.ts'
import { accessLifetimeS, refreshLifetimeS, socketLifetimeS } from './tokenLifetimes.ts'
import { findUser, toEmail, type User } from './users.ts'

const issuer = 'whatomate'

/** Kinds of tokens. Each has a subject of its own, so that none stands for another. */
type TokenKind = 'access' | 'refresh' | 'ws'

const lifetimesS = { access: accessLifetimeS, refresh: refreshLifetimeS, ws: socketLifetimeS }

/** Contents of a valid token. */
export interface Token {
  account: Account
  user: User
  /** Session it belongs to; empty for tokens of the live socket. */
  sessionId: string
  /** Id of a refresh token; empty for others. */
  refreshId: string
}

/** The tokens of a session. */
export interface SessionTokens {
  accessToken: string
  refreshToken: string
}

/** Mints an access and a refresh token for a session. */
export async function mintSessionTokens({
  accounts,
  account,
  user,
  session: { sessionId, refreshId },
}: {
  accounts: Accounts
  account: Account
  user: User
  session: StoredSession
}): Promise<SessionTokens> {
  const claims = { ...toClaims({ account, user }), sid: sessionId }
  const { roleId, name } = user.role
  const email = toEmail({ accounts, account, user })
  const known = { ...claims, email, role_id: roleId, is_super_admin: name === 'admin' }
  return {
    accessToken: await mint({ account, kind: 'access', claims: known }),
    refreshToken: await mint({ account, kind: 'refresh', claims: { ...claims, jti: refreshId } }),
  }
}

/** Mints a token for the live socket, which accepts no API key. */
export function mintSocketToken({ account, user }: { account: Account; user: User }): Promise<string> {
  return mint({ account, kind: 'ws', claims: toClaims({ account, user }) })
}

function toClaims({ account, user }: { account: Account; user: User }): JWTPayload {
  return { user_id: user.userId, organization_id: getOrganization(account.store).organizationId }
}

function mint({ account, kind, claims }: { account: Account; kind: TokenKind; claims: JWTPayload }): Promise<string> {
  const issuedAt = Math.floor(account.clock.now() / 1000)
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: String(account.accountId) })
    .setIssuer(issuer)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimesS[kind])
  // A first frame has 512 bytes at most: the access token, the longest one, does without a subject, as on the server.
  return (kind === 'access' ? token : token.setSubject(kind)).sign(toKey(account))
}

const claimsSchema = z.object({
  user_id: z.string(),
  sid: z.string().default(''),
  jti: z.string().default(''),
  sub: z.enum(['refresh', 'ws']).optional(),
})

/** Reads a token of the given kind. @returns nothing for any other text, and for an expired token */
export async function readToken(
  accounts: Accounts,
  { kind, token }: { kind: TokenKind; token: string },
): Promise<Token | undefined> {
  try {
    const account = accounts.get(Number(decodeProtectedHeader(token).kid))
    if (!account) return undefined
    const currentDate = new Date(account.clock.now())
    const { payload } = await jwtVerify(token, toKey(account), { issuer, algorithms: ['HS256'], currentDate })
    const { user_id, sid, jti, sub = 'access' } = claimsSchema.parse(payload)
    const user = findUser(user_id)
    return user && sub === kind ? { account, user, sessionId: sid, refreshId: jti } : undefined
  } catch {
    return undefined // An invalid token grants no access.
  }
}

/** The key of an account's tokens, which signs nothing else. */
function toKey({ store }: Account): Uint8Array {
  return createHmac('sha256', store.linkSecret).update(issuer).digest()
}
