import type { Account } from '../../server/account.ts'
import { mintToken } from './accessTokens.ts'

/** Makes a link to the window in which a channel gets connected: one there is, or (`new:<transport>`) one to be made. */
export async function mintConnectLink({
  account,
  origin,
  subject,
}: {
  account: Account
  origin: string
  subject: string
}): Promise<string> {
  return `${origin}/connect/${await mintToken({ account, kind: 'connect', id: subject })}`
}
