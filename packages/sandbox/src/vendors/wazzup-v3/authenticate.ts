import type { Context } from 'hono'
import type { Authenticate } from '../../server/routes/route.ts'

/**
 * Accepts `Authorization: Bearer <key>`, with the account's key or its sidecar key, which is the key followed by
 * `-sidecar`. With a quirk, the scheme may be Basic.
 */
export const authenticate: Authenticate = ({ context, accounts }) => {
  const [, scheme, given] = /^(Bearer|Basic) +(\S+) *$/i.exec(context.req.header('authorization') ?? '') ?? []
  if (scheme === undefined || given === undefined) return undefined
  const account = accounts.find(given) ?? accounts.find(given.replace(sidecarSuffix, ''))
  if (scheme.toLowerCase() === 'basic' && !account?.quirks.isOn('wazzup-v3.basicKey')) return undefined
  return account
}

/** True if a request carries a sidecar key, which gives access to a few routes only. */
export function hasSidecarKey(context: Context): boolean {
  return sidecarSuffix.test(context.req.header('authorization')?.trim() ?? '')
}

const sidecarSuffix = /-sidecar$/
