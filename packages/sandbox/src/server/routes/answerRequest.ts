import type { Account } from '../account.ts'
import type { Refusal } from '../http/respondError.ts'
import { sendBytes } from '../http/sendBytes.ts'
import { readBody } from '../journal/readBody.ts'
import type { Asked } from './asked.ts'
import { type Outcome, toOutcome } from './outcome.ts'
import { readAnswered } from './readAnswered.ts'
import { recordRequest } from './recordRequest.ts'
import { refuseUnknownRoute } from './refuseUnknownRoute.ts'
import { runRoute } from './runRoute.ts'

/**
 * Responds to a request to a vendor: checks key, limit and faults, then runs the route; and records it in the
 * journal.
 */
export async function answerRequest(asked: Asked): Promise<Response> {
  const { api, route, context, accounts } = asked
  const startedAt = performance.now()
  const account = await (route?.authenticate ?? api.authenticate)({ context, accounts })
  const owner = account ?? accounts.default // Whoever has no key is nobody's: the account from the start gets to see it.
  const at = owner.clock.now() // Not once it is answered: what came of it, e.g. a webhook, came after it.
  const body = await readBody(context)
  const outcome = await decide({ asked, account, body })
  const durationMs = performance.now() - startedAt
  const { response, answered } = outcome
  const { answer, bytes } = await readAnswered(answered)
  recordRequest({ account: owner, asked, at, body, outcome, answer, durationMs })
  return bytes && response === answered ? sendBytes({ context, response, bytes }) : response
}

async function decide({
  asked,
  account,
  body,
}: {
  asked: Asked
  account: Account | undefined
  body: unknown
}): Promise<Outcome> {
  const { api, route, context } = asked
  const refuse = (refusal: Refusal): Response => api.refuse({ context, refusal, account })
  if (!account) return toOutcome('unauthorized', refuse(api.unauthorized))
  if (api.vendor !== 'whatomate' && !account.mayRequest()) return toOutcome('limited', refuse(tooMany))
  const guarded = api.guard?.({ context, account })
  if (guarded) return toOutcome('limited', guarded)
  if (!route) return toOutcome('unknown', refuse(refuseUnknownRoute(asked)))
  return runRoute({ asked: { ...asked, route }, account, body, refuse })
}

const tooMany: Refusal = {
  status: 429,
  code: 'TOO_MANY_REQUESTS',
  description: 'A key may ask 500 times in 5 seconds.',
}
