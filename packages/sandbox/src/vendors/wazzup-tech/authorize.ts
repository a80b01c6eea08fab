import { defineEndpoint, wazzupTech } from '@crm-chat/vendors/endpoints'
import * as z from 'zod'
import { unauthorized } from '../../server/routes/explainUnauthorized.ts'
import type { Authenticate, Call, Route } from '../../server/routes/route.ts'
import { defineRoute } from '../../server/routes/route.ts'
import { authorizePage } from './authorizePage.ts'
import { createCode } from './grants.ts'
import { badRequest } from './techErrors.ts'

const querySchema = wazzupTech.createAuthorization.query.extend({
  /** The number of the account that gives consent. */
  account: z.string().regex(/^\d+$/).optional(),
})
type Query = z.output<typeof querySchema>

/** The customer has no key: the page acts for the account in the query, or for the default one. */
const authenticateCustomer: Authenticate = ({ context, accounts }) => {
  const accountId = context.req.query('account')
  return accountId === undefined ? accounts.default : accounts.get(Number(accountId))
}

const declared = {
  query: querySchema,
  authenticate: authenticateCustomer,
  unauthorized: unauthorized('The sandbox has no account with the number in the query parameter "account".'),
}

/** Submits the page. */
const submitConsent = defineEndpoint({
  operation: 'wazzup-tech.giveLeave',
  method: 'POST',
  path: wazzupTech.createAuthorization.path,
  summary: "Take the customer's answer",
  response: { status: 302, description: 'Back to the partner, with a code or an error.' },
})

/** OAuth's first step: a page for the customer, and its submission. @see https://wazzup24.com/help/api/auth-full/ */
export const authorize: Route[] = [
  defineRoute({
    ...declared,
    endpoint: wazzupTech.createAuthorization,
    async handle({ account, context, query }) {
      const { client_id: clientId, redirect_uri: redirectUri, scope } = query
      const { accountId } = account
      const action = context.req.url.replace(/^[^?]*/, '')
      context.header('content-security-policy', pagePolicy)
      context.header('referrer-policy', 'no-referrer')
      return context.html(await authorizePage({ clientId, redirectUri, scope, accountId, action }))
    },
  }),
  defineRoute({
    ...declared,
    endpoint: submitConsent,
    handle: (call) => decide(call),
  }),
]

// No `form-action`, because browsers apply it to the redirect to the partner too.
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"

async function decide({ account, context, query, origin, refuse }: Call<unknown, Query>): Promise<Response> {
  const from = context.req.header('origin')
  if (from !== undefined && from !== origin && from !== 'null')
    return refuse(badRequest('Requests of other pages are refused.'))
  const { decision } = await context.req.parseBody()
  const back = new URL(query.redirect_uri)
  back.searchParams.set('state', query.state)
  if (decision === 'allow') back.searchParams.set('code', await createCode(account, toConsent(query)))
  else back.searchParams.set('error', 'access_denied')
  return context.redirect(back.href, 302)
}

function toConsent({ client_id: clientId, redirect_uri: redirectUri, code_challenge: codeChallenge }: Query) {
  return { clientId, redirectUri, codeChallenge }
}
