import type { TokenSource } from '@crm-chat/vendors/wazzup-tech'
import { type AccountKey, type ClientKey, toClientKey } from '../accountKey.ts'

/** Access token of an account: a key as in other backends, or what keeps one alive. A function may return either. */
export type AccessToken =
  | AccountKey
  | TokenSource
  | ((account: { tenant: string | undefined }) => TokenSource | string | Promise<string | TokenSource>)

/** Prepares an access token for the vendor's client of one tenant. */
export function toClientToken({ token, tenant }: { token: AccessToken; tenant: string | undefined }): {
  token: ClientKey['key'] | TokenSource
  secrets: () => string[]
} {
  if (typeof token === 'object') return { token, secrets: () => token.secrets() }
  if (typeof token !== 'function') {
    const { key, secrets } = toClientKey({ key: token, tenant })
    return { token: key, secrets }
  }
  let source: TokenSource | undefined
  const { key, secrets } = toClientKey({
    tenant,
    async key(account) {
      const given = await token(account)
      if (typeof given === 'string') return given
      source = given
      return given.getAccessToken()
    },
  })
  return { token: key, secrets: () => [...secrets(), ...(source?.secrets() ?? [])] }
}
