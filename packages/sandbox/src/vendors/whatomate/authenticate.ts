import type { Authenticate } from '../../server/routes/route.ts'

/** Accepts the organization's key: `X-API-Key: whm_…`. */
export const authenticate: Authenticate = ({ context, accounts }) => {
  const key = context.req.header('x-api-key') ?? ''
  const account = accounts.find(key)
  return account?.whatomateKey === key ? account : undefined
}

/** A key acts as the user who created it, an administrator of the organization. */
export const keyUserId = '5f0c7a1e-2b3d-4c5e-8f90-a1b2c3d4e5f6'
/** Name of this user in the organization. */
export const keyUserName = 'Administrator'
