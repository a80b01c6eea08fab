import type { Authenticate } from '../../server/routes/route.ts'

/** Accepts the plain key: `Authorization: Basic <key>`, not base64 of name and password. */
export const authenticate: Authenticate = ({ context, accounts }) => {
  const given = /^Basic +(\S+) *$/i.exec(context.req.header('authorization') ?? '')?.[1]
  return given === undefined ? undefined : accounts.find(given)
}
