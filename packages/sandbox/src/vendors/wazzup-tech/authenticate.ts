import { timingSafeEqual } from 'node:crypto'
import type { Authenticate } from '../../server/routes/route.ts'
import { readToken } from './accessTokens.ts'

/** The partner of the sandbox: his login gets the tokens of every account in it. */
const partner = { email: 'partner@example.com', password: 'sandbox_partner' }

/** Lets a customer's token through, or, to begin without one, an account's API key: `Authorization: Bearer <token>`. */
export const authenticate: Authenticate = async ({ context, accounts }) => {
  const token = /^Bearer +(\S+) *$/i.exec(context.req.header('authorization') ?? '')?.[1]
  if (token === undefined) return undefined
  const byKey = accounts.find(token)
  if (byKey?.apiKey === token) return byKey
  return (await readToken({ accounts, token, kind: 'access' }))?.account
}

/** Lets the partner through: `Authorization: Basic base64(email:password)`. */
export const authenticatePartner: Authenticate = ({ context, accounts }) => {
  const given = /^Basic +(\S+) *$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? ''
  const wanted = Buffer.from(`${partner.email}:${partner.password}`)
  const login = Buffer.from(given, 'base64')
  return login.length === wanted.length && timingSafeEqual(login, wanted) ? accounts.default : undefined
}
