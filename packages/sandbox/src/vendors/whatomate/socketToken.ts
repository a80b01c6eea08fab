import { whatomate } from '@crm-chat/vendors/endpoints'
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import type { Account, Accounts } from '../../server/account.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { answerSuccess } from './answerSuccess.ts'

const issuer = 'whatomate'
const subject = 'ws'
const lifetimeS = 30

/** A token for the live socket, which takes no API key. @see Whatomate, "WebSockets" */
export const socketToken: Route[] = [
  defineRoute({
    endpoint: whatomate.fetchSocketToken,
    async handle(call) {
      return answerSuccess(call, { token: await mint(call.account) })
    },
  }),
]

/**
 * The account that a token opens the live socket of; nothing for one that was changed or has ended. With the quirk for
 * it, the key of the account is a token too.
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
    return undefined // Whatever is wrong with it, it opens nothing.
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
