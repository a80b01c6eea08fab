import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Account } from '../account.ts'
import { redactHeaders, redactKey } from '../journal/redactKey.ts'
import type { Asked } from './asked.ts'
import type { Outcome } from './outcome.ts'

/** Writes a request and its answer into the account's journal, without its keys. */
export function recordRequest({
  account,
  asked: { api, route, context },
  at,
  body,
  outcome: { verdict, response, faultId },
  answer,
  durationMs,
}: {
  account: Account
  asked: Asked
  at: number
  body: unknown
  outcome: Outcome
  answer: unknown
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
    body,
    status: response === RESPONSE_ALREADY_SENT ? null : response.status,
    answer,
    durationMs: Math.round(durationMs * 100) / 100,
    faultId: faultId ?? null,
  })
}
