import type { Authenticate } from '../../server/routes/route.ts'

/** Lets requests through that carry the organization's key: `X-API-Key: whm_…`. */
export const authenticate: Authenticate = ({ context, accounts }) => {
  const key = context.req.header('x-api-key') ?? ''
  const account = accounts.find(key)
  return account?.whatomateKey === key ? account : undefined
}
