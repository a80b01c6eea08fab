import * as z from 'zod'
import type { Authenticate, Call, Route } from '../../server/routes/route.ts'
import { defineRoute } from '../../server/routes/route.ts'
import { authorizePage } from './authorizePage.ts'
import { createCode } from './grants.ts'
import { badRequest } from './techErrors.ts'

const querySchema = z.looseObject({
  response_type: z.literal('code'),
  client_id: z.string().min(1).max(200),
  redirect_uri: z.url({ protocol: /^https?$/ }),
  scope: z.string().min(1).max(200).default('transport,crm'),
  state: z.string().min(1).max(500),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
  /** The number of the account that gives consent. */
  account: z.string().regex(/^\d+$/).optional(),
})
type Query = z.output<typeof querySchema>

/** The customer has no key: whoever opens the page speaks for the account that is named, or for the first. */
const authenticateCustomer: Authenticate = ({ context, accounts }) => {
  const accountId = context.req.query('account')
  return accountId === undefined ? accounts.default : accounts.get(Number(accountId))
}

const path = '/oauth/authorize'
const declared = { path, query: querySchema, authenticate: authenticateCustomer }

/** OAuth's first step: a page for the customer, and what follows its buttons. @see https://wazzup24.com/help/api/auth-full/ */
export const authorize: Route[] = [
  defineRoute({
    ...declared,
    operation: 'wazzup-tech.createAuthorization',
    method: 'GET',
    summary: 'Ask a customer for leave',
    answers: { 200: { description: 'A page with a question.', mediaType: 'text/html' } },
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
    operation: 'wazzup-tech.giveLeave',
    method: 'POST',
    summary: "Take the customer's answer",
    answers: { 302: { description: 'Back to the partner, with a code or an error.' } },
    handle: (call) => decide(call),
  }),
]

// No `form-action`: browsers hold it against the redirect to the partner too.
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"

async function decide({ account, context, query, origin, refuse }: Call<unknown, Query>): Promise<Response> {
  const from = context.req.header('origin')
  if (from !== undefined && from !== origin && from !== 'null')
    return refuse(badRequest('Another page may not answer.'))
  const { decision } = await context.req.parseBody()
  const back = new URL(query.redirect_uri)
  back.searchParams.set('state', query.state)
  if (decision === 'allow') back.searchParams.set('code', await createCode(account, toLeave(query)))
  else back.searchParams.set('error', 'access_denied')
  return context.redirect(back.href, 302)
}

function toLeave({ client_id: clientId, redirect_uri: redirectUri, code_challenge: codeChallenge }: Query) {
  return { clientId, redirectUri, codeChallenge }
}
