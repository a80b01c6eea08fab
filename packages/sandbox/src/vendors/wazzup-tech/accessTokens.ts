import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import * as z from 'zod'
import type { Account, Accounts } from '../../server/account.ts'

/**
 * Purposes of tokens: acting in an account, refreshing such a token, acting as the partner, or opening the page that
 * connects a channel.
 */
export type TokenKind = 'access' | 'refresh' | 'machine' | 'connect'

/** Lifetimes of tokens, in seconds. */
export const tokenLifetimes: Record<TokenKind, number> = {
  access: 3_600,
  refresh: 30 * 86_400,
  machine: 3_600,
  connect: 86_400,
}

const claimsSchema = z.object({ kind: z.enum(['access', 'refresh', 'machine', 'connect']), jti: z.string() })

/** Signs a token of an account with the account's own secret. It expires by the account's clock. */
export function mintToken({ account, kind, id }: { account: Account; kind: TokenKind; id: string }): Promise<string> {
  const issuedAt = Math.floor(account.clock.now() / 1000)
  return new SignJWT({ kind })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: String(account.accountId) })
    .setIssuer(issuer)
    .setAudience(audience)
    .setJti(id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + tokenLifetimes[kind])
    .sign(toKey(account))
}

/** Reads the account and id of a token. @returns nothing for an invalid or expired token, or one of another kind */
export async function readToken({
  accounts,
  token,
  kind,
}: {
  accounts: Accounts
  token: string
  kind: TokenKind
}): Promise<{ account: Account; id: string } | undefined> {
  try {
    const account = accounts.get(Number(decodeProtectedHeader(token).kid))
    if (!account) return undefined
    const { payload } = await jwtVerify(token, toKey(account), {
      issuer,
      audience,
      algorithms: ['HS256'],
      currentDate: new Date(account.clock.now()),
    })
    const claims = claimsSchema.parse(payload)
    return claims.kind === kind ? { account, id: claims.jti } : undefined
  } catch {
    return undefined // An invalid token grants no access.
  }
}

const issuer = 'crm-chat-sandbox'
const audience = 'tech'

function toKey({ store }: Account): Uint8Array {
  return new TextEncoder().encode(store.linkSecret)
}
