import type { Account } from '../account.ts'
import { readJson } from '../http/readJson.ts'
import type { Refusal } from '../http/respondError.ts'
import { dropAbsent } from './dropAbsent.ts'
import { listUnknownFields } from './listUnknownFields.ts'
import { parseInput } from './parseInput.ts'
import type { Route } from './route.ts'
import type { RoutedRequest } from './routedRequest.ts'

/** Validates the body and the query of a request, and runs its route. */
export async function handleRoute({
  api,
  route,
  context,
  account,
  accounts,
  refuse,
  origin,
}: RoutedRequest & { route: Route; account: Account; refuse: (refusal: Refusal) => Response }): Promise<Response> {
  const rejection = route.admit?.({ context, account })
  if (rejection) return refuse(rejection)
  const sent = route.body ? await readJson(context) : undefined
  if (route.body && sent === undefined) return refuse(api.notJson)
  const input = toInput({ api, route, account, sent })
  const refusal = route.check?.({ body: input, sent, account })
  if (refusal) return refuse(refusal)
  const body = route.body && parseInput(route.body, input)
  if (body && !body.success) return refuse(api.refuseInput(body.error))
  const unknown = api.refuseUnknown?.(listUnknownFields({ input, parsed: body?.data }))
  if (unknown) return refuse(unknown)
  const query = route.query && parseInput(route.query, context.req.query())
  if (query && !query.success) return refuse(api.refuseInput(query.error))
  return route.handle({ account, accounts, context, body: body?.data, query: query?.data, origin: origin(), refuse })
}

/** The body without the optional fields whose value this API takes for a missing one. */
function toInput({
  api: { isAbsent },
  route,
  account: { quirks },
  sent,
}: Pick<RoutedRequest, 'api'> & { route: Route; account: Account; sent: unknown }): unknown {
  if (!route.body || !isAbsent) return sent
  return dropAbsent({ schema: route.body, given: sent, isAbsent: (value) => isAbsent({ value, quirks }) })
}
