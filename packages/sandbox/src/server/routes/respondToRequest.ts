import type { Context } from 'hono'
import type { Account } from '../account.ts'
import type { Refusal } from '../http/respondError.ts'
import { sendBytes } from '../http/sendBytes.ts'
import { createNotes, type NoteTaker } from '../journal/createNotes.ts'
import { readBody } from '../journal/readBody.ts'
import { type Outcome, toOutcome } from './outcome.ts'
import { readResponse } from './readResponse.ts'
import { recordRequest } from './recordRequest.ts'
import { refuseUnknownRoute } from './refuseUnknownRoute.ts'
import type { Unauthorized } from './route.ts'
import type { RoutedRequest } from './routedRequest.ts'
import { runRoute } from './runRoute.ts'

/**
 * Responds to a request to a vendor: checks key, limit and faults, then runs the route. Records the request in the
 * journal.
 */
export async function respondToRequest(request: RoutedRequest): Promise<Response> {
  const { api, route, context, accounts } = request
  const startedAt = performance.now()
  const account = await (route?.authenticate ?? api.authenticate)({ context, accounts })
  const owner = account ?? accounts.default // Requests without a valid key are recorded under the default account.
  const at = owner.clock.now() // Before the route runs: its effects, e.g. webhooks, happen later than the request.
  const requestBody = await readBody(context)
  const note = createNotes()
  const outcome = await decide({ request, account, body: requestBody, note })
  const durationMs = performance.now() - startedAt
  const { response, vendorResponse } = outcome
  const { responseBody, bytes } = await readResponse(vendorResponse)
  recordRequest({ account: owner, request, at, requestBody, outcome, responseBody, notes: note.notes(), durationMs })
  return bytes && response === vendorResponse ? sendBytes({ context, response, bytes }) : response
}

async function decide({
  request,
  account,
  body,
  note,
}: {
  request: RoutedRequest
  account: Account | undefined
  body: unknown
  note: NoteTaker
}): Promise<Outcome> {
  const { api, route, context } = request
  const refuse = (refusal: Refusal): Response => api.refuse({ context, refusal, account })
  if (!account) return toOutcome('unauthorized', refuse(toRefusal(route?.unauthorized ?? api.unauthorized, context)))
  if (api.vendor !== 'whatomate' && !account.mayRequest()) return toOutcome('limited', refuse(tooMany))
  const guarded = api.guard?.({ context, account })
  if (guarded) return toOutcome('limited', guarded)
  if (!route) return toOutcome('unknown', refuse(refuseUnknownRoute(request)))
  return runRoute({ request: { ...request, route }, account, body, refuse, note })
}

function toRefusal(unauthorized: Unauthorized, context: Context): Refusal {
  return typeof unauthorized === 'function' ? unauthorized(context) : unauthorized
}

const tooMany: Refusal = {
  status: 429,
  code: 'TOO_MANY_REQUESTS',
  description: 'A key allows 500 requests in 5 seconds.',
}
