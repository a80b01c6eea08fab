import { InvalidParametersError } from '../errors.ts'
import { type ConnectionOptions, createHttp, type Http } from '../http/createHttp.ts'
import { wazzupLimit } from '../http/wazzupLimit.ts'
import { techBaseUrl } from './client.ts'

/** Options of {@link createPartnerClient}: the partner's own login. */
export interface PartnerOptions extends ConnectionOptions {
  email: string
  password: string
  /** @default 'https://tech.wazzup24.com' */
  baseUrl?: string | undefined
}

/** Connection of the partner, for the token functions. */
export interface PartnerClient {
  http: Http
  /** The login, for keeping it out of errors. */
  secrets: () => string[]
}

/** Prepares a client that speaks as the partner (`Authorization: Basic base64(email:password)`), for getting tokens. */
export function createPartnerClient({
  email,
  password,
  baseUrl = techBaseUrl,
  ...options
}: PartnerOptions): PartnerClient {
  if (email === '' || email.includes(':') || password === '') {
    throw new InvalidParametersError('Give the email (without a colon) and the password of the partner account.')
  }
  const login = toBase64(`${email}:${password}`)
  const secrets = (): string[] => [login, password]
  const http = createHttp({
    baseUrl,
    credential: () => ({ authorization: `Basic ${login}` }),
    secrets,
    options,
    limit: wazzupLimit,
  })
  return { http, secrets }
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
