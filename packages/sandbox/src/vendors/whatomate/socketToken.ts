import { whatomate } from '@crm-chat/vendors/endpoints'
import type { Account, Accounts } from '../../server/account.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getActor } from './actor.ts'
import { readAccessToken } from './authenticate.ts'
import { respondSuccess } from './respondSuccess.ts'
import { mintSocketToken, readToken } from './tokens.ts'
import { keyUser, type User } from './users.ts'

/** Issues tokens for the live socket, which accepts no API key. @see Whatomate, "WebSockets" */
export const socketToken: Route[] = [
  defineRoute({
    endpoint: whatomate.fetchSocketToken,
    async handle(call) {
      const { account } = call
      return respondSuccess(call, { token: await mintSocketToken({ account, user: getActor(call).user }) })
    },
  }),
]

/**
 * Finds the account and user of a socket token, or of an access token. With a quirk, the account's key is a token too.
 * @returns nothing for an invalid or expired token
 */
export async function readSocketToken(
  accounts: Accounts,
  token: string,
): Promise<{ account: Account; user: User } | undefined> {
  const keyed = accounts.find(token)
  if (keyed?.whatomateKey === token)
    return keyed.quirks.isOn('whatomate.keyOpensSocket') ? { account: keyed, user: keyUser } : undefined
  const signedIn = await readAccessToken(accounts, token)
  if (signedIn) return { account: signedIn.account, user: signedIn.actor.user }
  return readToken(accounts, { kind: 'ws', token })
}
