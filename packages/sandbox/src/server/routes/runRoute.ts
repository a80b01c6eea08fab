import { inspect } from 'node:util'
import type { Account } from '../account.ts'
import { applyHttpFault } from '../faults/applyHttpFault.ts'
import { isHttpFault } from '../faults/fault.ts'
import type { Refusal } from '../http/respondError.ts'
import type { NoteTaker } from '../journal/createNotes.ts'
import { handleRoute } from './handleRoute.ts'
import { type Outcome, toOutcome } from './outcome.ts'
import type { Route } from './route.ts'
import type { RoutedRequest } from './routedRequest.ts'

interface Run {
  request: RoutedRequest & { route: Route }
  account: Account
  /** Body that fault rules match on. */
  body: unknown
  refuse: (refusal: Refusal) => Response
  note: NoteTaker
}

/** Runs a route, unless a fault applies. */
export async function runRoute(run: Run): Promise<Outcome> {
  const { request, account, body, refuse } = run
  const { route, context } = request
  const hit = account.faults.take({
    operation: route.operation,
    fits: isHttpFault,
    data: { body, query: context.req.query(), params: context.req.param() },
  })
  if (!hit) return act(run)
  let vendorResponse: Response | undefined
  const response = await applyHttpFault({
    fault: hit.fault,
    context,
    clock: account.clock,
    refuse,
    act: async () => {
      const outcome = await act(run)
      vendorResponse = outcome.response.clone()
      return outcome.response
    },
  })
  return { verdict: 'fault', response, vendorResponse: vendorResponse ?? response, faultId: hit.id }
}

async function act({ request, account, refuse, note }: Run): Promise<Outcome> {
  try {
    const response = await handleRoute({ ...request, account, refuse, note })
    return toOutcome(response.status < 400 ? 'answered' : 'refused', response)
  } catch (error) {
    process.stderr.write(`crm-chat-sandbox: ${request.route.operation} failed: ${inspect(error)}\n`)
    return toOutcome('failed', refuse(failed))
  }
}

const failed: Refusal = {
  status: 500,
  code: 'INTERNAL_ERROR',
  description: 'The sandbox itself failed. See its terminal for the cause.',
}
