import { inspect } from 'node:util'
import type { Context } from 'hono'
import type { Account } from '../accounts/createAccount.ts'
import { applyHttpFault } from '../faults/applyHttpFault.ts'
import { isHttpFault } from '../faults/fault.ts'
import type { Refusal } from '../http/answerError.ts'
import type { Verdict } from '../journal/createJournal.ts'
import { readBody } from '../journal/readBody.ts'
import { recordRequest } from '../journal/recordRequest.ts'
import { handleRoute } from './handleRoute.ts'
import type { MountOptions } from './mountVendor.ts'
import { refuseUnknownRoute } from './refuseUnknownRoute.ts'
import type { Route } from './route.ts'
import type { VendorApi } from './vendorApi.ts'

/** A request to a vendor, and what it takes to answer it. */
export interface Asked extends MountOptions {
  api: VendorApi
  /** `undefined` for what the vendor has not. */
  route: Route | undefined
  context: Context
}

/** What became of a request. */
export interface Outcome {
  verdict: Verdict
  /** What goes out, which after a fault may be nothing. */
  response: Response
  /** What the vendor answered, whatever a fault made of it. */
  answered: Response | undefined
  faultId?: string
}

/** Answers a request to a vendor: key, limit, faults and route in this order; and writes it down. */
export async function answerRequest(asked: Asked): Promise<Response> {
  const { api, route, context, accounts } = asked
  const startedAt = performance.now()
  const account = await (route?.authenticate ?? api.authenticate)({ context, accounts })
  const body = await readBody(context)
  const outcome = await decide({ asked, account, body })
  const durationMs = performance.now() - startedAt
  // Whoever has no key is nobody's: the account that is there from the start gets to see it.
  await recordRequest({ account: account ?? accounts.default, asked, body, outcome, durationMs })
  return outcome.response
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
  if (api.vendor !== 'whatomate' && !account.mayAsk()) return toOutcome('limited', refuse(tooMany))
  const guarded = api.guard?.({ context, account })
  if (guarded) return toOutcome('limited', guarded)
  if (!route) return toOutcome('unknown', refuse(refuseUnknownRoute(asked)))
  const hit = account.faults.take({
    operation: route.operation,
    fits: isHttpFault,
    data: { body, query: context.req.query(), params: context.req.param() },
  })
  const act = (): Promise<Outcome> => carryOut({ asked: { ...asked, route }, account, refuse })
  if (!hit) return act()
  let answered: Response | undefined
  const response = await applyHttpFault({
    fault: hit.fault,
    context,
    clock: account.clock,
    refuse,
    act: async () => {
      const outcome = await act()
      answered = outcome.response.clone()
      return outcome.response
    },
  })
  return { verdict: 'fault', response, answered: answered ?? response, faultId: hit.id }
}

async function carryOut({
  asked,
  account,
  refuse,
}: {
  asked: Asked & { route: Route }
  account: Account
  refuse: (refusal: Refusal) => Response
}): Promise<Outcome> {
  try {
    const response = await handleRoute({ ...asked, account, refuse })
    return toOutcome(response.status < 400 ? 'answered' : 'refused', response)
  } catch (error) {
    process.stderr.write(`crm-chat-sandbox: ${asked.route.operation} failed: ${inspect(error)}\n`)
    return toOutcome('failed', refuse(failed))
  }
}

function toOutcome(verdict: Verdict, response: Response): Outcome {
  return { verdict, response, answered: response }
}

const tooMany: Refusal = {
  status: 429,
  code: 'TOO_MANY_REQUESTS',
  description: 'A key may ask 500 times in 5 seconds.',
}

const failed: Refusal = { status: 500, code: 'INTERNAL_ERROR', description: 'The sandbox itself failed here.' }
