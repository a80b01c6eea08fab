import type { Account } from '../account.ts'
import { readSent } from '../http/readSent.ts'
import type { Refusal } from '../http/respondError.ts'
import { listUnknownFields } from './listUnknownFields.ts'
import { parseInput } from './parseInput.ts'
import type { Route } from './route.ts'
import type { RoutedRequest } from './routedRequest.ts'
import { toGiven } from './toGiven.ts'

/** Validates the body and the query of a request, and runs its route. */
export async function handleRoute({
  api,
  route,
  context,
  account,
  accounts,
  refuse,
  origin,
  onIgnored,
}: RoutedRequest & {
  route: Route
  account: Account
  refuse: (refusal: Refusal) => Response
  onIgnored: (fields: string[]) => void
}): Promise<Response> {
  const rejection = route.admit?.({ context, account })
  if (rejection) return refuse(rejection)
  const sent = route.body && (await readSent(context, { forms: api.readsForms ?? false }))
  if (sent && sent.value === undefined) return refuse(api.notJson)
  const input = sent && toGiven({ api, route, account, sent })
  const refusal = route.check?.({ body: input, sent: sent?.value, account })
  if (refusal) return refuse(refusal)
  const body = route.body && parseInput(route.body, input)
  if (body && !body.success)
    return refuse(route.refuseInput?.({ error: body.error, account }) ?? api.refuseInput(body.error))
  const fields = listUnknownFields({ input, parsed: body?.data })
  const unknown = api.refuseUnknown?.({ fields, quirks: account.quirks })
  if (unknown) return refuse(unknown)
  if (api.refuseUnknown) onIgnored(fields)
  const query = route.query && parseInput(route.query, context.req.query())
  if (query && !query.success) return refuse(api.refuseInput(query.error))
  return route.handle({ account, accounts, context, body: body?.data, query: query?.data, origin: origin(), refuse })
}
