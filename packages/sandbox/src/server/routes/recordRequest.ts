import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Account } from '../account.ts'
import { parseJson } from '../journal/parseJson.ts'
import { redactHeaders, redactKey } from '../journal/redactKey.ts'
import type { Asked } from './asked.ts'
import type { Outcome } from './outcome.ts'

/** Writes a request and its answer into the account's journal, without its keys. */
export async function recordRequest({
  account,
  asked: { api, route, context },
  at,
  body,
  outcome: { verdict, response, answered, faultId },
  durationMs,
}: {
  account: Account
  asked: Asked
  at: number
  body: unknown
  outcome: Outcome
  durationMs: number
}): Promise<void> {
  const keys = [account.apiKey, account.whatomateKey]
  const { pathname, search } = new URL(context.req.url)
  account.journal.add({
    at,
    vendor: api.vendor,
    operation: route?.operation ?? null,
    verdict,
    method: context.req.method,
    path: redactKey({ text: pathname + search, keys }).slice(0, 2_000),
    headers: redactHeaders({ headers: context.req.raw.headers, keys }),
    body,
    status: response === RESPONSE_ALREADY_SENT ? null : response.status,
    answer: await readAnswer(answered),
    durationMs: Math.round(durationMs * 100) / 100,
    faultId: faultId ?? null,
  })
}

async function readAnswer(answered: Response | undefined): Promise<unknown> {
  if (!answered || answered === RESPONSE_ALREADY_SENT) return null
  const type = answered.headers.get('content-type') ?? ''
  if (!/json|text/.test(type)) return type === '' ? null : `(${type})`
  const text = await answered.clone().text()
  return text === '' ? null : parseJson(text)
}
