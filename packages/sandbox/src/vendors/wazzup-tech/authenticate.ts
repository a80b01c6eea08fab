import { timingSafeEqual } from 'node:crypto'
import { explainUnauthorized } from '../../server/routes/explainUnauthorized.ts'
import type { Authenticate } from '../../server/routes/route.ts'
import { readToken } from './accessTokens.ts'

/** The sandbox's partner, whose login can get tokens of every account. */
const partner = { email: 'partner@example.com', password: 'sandbox_partner' }

/** Accepts a customer's token or, for an easier start, an account's API key: `Authorization: Bearer <token>`. */
export const authenticate: Authenticate = async ({ context, accounts }) => {
  const token = /^Bearer +(\S+) *$/i.exec(context.req.header('authorization') ?? '')?.[1]
  if (token === undefined) return undefined
  const byKey = accounts.find(token)
  if (byKey?.apiKey === token) return byKey
  return (await readToken({ accounts, token, kind: 'access' }))?.account
}

/** The error for a request of a partner that is not authenticated. */
export const unauthorizedPartner = explainUnauthorized({
  scheme: 'Basic',
  content: '<email:password in base64>',
  wrong: `The partner's e-mail address or password is wrong. The sandbox's partner is ${partner.email}.`,
})

/** Accepts the partner's login: `Authorization: Basic base64(email:password)`. */
export const authenticatePartner: Authenticate = ({ context, accounts }) => {
  const given = /^Basic +(\S+) *$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? ''
  const expected = Buffer.from(`${partner.email}:${partner.password}`)
  const login = Buffer.from(given, 'base64')
  return login.length === expected.length && timingSafeEqual(login, expected) ? accounts.default : undefined
}
