import { whatomate } from '@crm-chat/vendors/endpoints'
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import type { Account, Accounts } from '../../server/account.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { respondSuccess } from './respondSuccess.ts'

const issuer = 'whatomate'
const subject = 'ws'
const lifetimeS = 30

/** Issues tokens for the live socket, which accepts no API key. @see Whatomate, "WebSockets" */
export const socketToken: Route[] = [
  defineRoute({
    endpoint: whatomate.fetchSocketToken,
    async handle(call) {
      return respondSuccess(call, { token: await mint(call.account) })
    },
  }),
]

/**
 * Finds the account of a socket token. With a quirk, the account's key is a token too.
 * @returns nothing for an invalid or expired token
 */
export async function readSocketToken(accounts: Accounts, token: string): Promise<Account | undefined> {
  const keyed = accounts.find(token)
  if (keyed?.whatomateKey === token) return keyed.quirks.isOn('whatomate.keyOpensSocket') ? keyed : undefined
  try {
    const account = accounts.get(Number(decodeProtectedHeader(token).kid))
    if (!account) return undefined
    const currentDate = new Date(account.clock.now())
    await jwtVerify(token, toKey(account), { issuer, subject, algorithms: ['HS256'], currentDate })
    return account
  } catch {
    return undefined // An invalid token grants no access.
  }
}

function mint(account: Account): Promise<string> {
  const issuedAt = Math.floor(account.clock.now() / 1000)
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', kid: String(account.accountId) })
    .setIssuer(issuer)
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeS)
    .sign(toKey(account))
}

function toKey({ store }: Account): Uint8Array {
  return new TextEncoder().encode(store.linkSecret)
}
