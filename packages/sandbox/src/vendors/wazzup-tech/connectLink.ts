import type { Account } from '../../server/account.ts'
import { mintToken } from './accessTokens.ts'

/** Mints a link to the page that connects a channel: an existing one by its id, or a new one (`new:<transport>`). */
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
