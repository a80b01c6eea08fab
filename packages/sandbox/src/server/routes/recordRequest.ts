import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Account } from '../account.ts'
import type { Notes } from '../journal/createNotes.ts'
import { redactHeaders, redactKey } from '../journal/redactKey.ts'
import type { Outcome } from './outcome.ts'
import type { RoutedRequest } from './routedRequest.ts'

/** Writes a request and its response into the account's journal, without keys. */
export function recordRequest({
  account,
  request: { api, route, context },
  at,
  requestBody,
  outcome: { verdict, response, faultId },
  responseBody,
  notes,
  durationMs,
}: {
  account: Account
  request: RoutedRequest
  at: number
  requestBody: unknown
  outcome: Outcome
  responseBody: unknown
  notes: Notes
  durationMs: number
}): void {
  const keys = [account.apiKey, account.whatomateKey]
  const { incoming }: HttpBindings = context.env
  const { pathname, search } = new URL(context.req.url)
  account.journal.add({
    at,
    vendor: api.vendor,
    operation: route?.operation ?? null,
    verdict,
    method: context.req.method,
    path: redactKey({ text: pathname + search, keys }).slice(0, 2_000),
    headers: redactHeaders({ headers: incoming.headers, keys }),
    body: requestBody,
    status: response === RESPONSE_ALREADY_SENT ? null : response.status,
    answer: responseBody,
    ...notes,
    durationMs: Math.round(durationMs * 100) / 100,
    faultId: faultId ?? null,
  })
}
