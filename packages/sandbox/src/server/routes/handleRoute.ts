import type { Account } from '../account.ts'
import { readJson } from '../http/readJson.ts'
import type { Refusal } from '../http/respondError.ts'
import type { Asked } from './asked.ts'
import { listUnknownFields } from './listUnknownFields.ts'
import { parseInput } from './parseInput.ts'
import type { Route } from './route.ts'

/** Runs a route after its body and query were validated. */
export async function handleRoute({
  api,
  route,
  context,
  account,
  accounts,
  refuse,
  origin,
}: Asked & { route: Route; account: Account; refuse: (refusal: Refusal) => Response }): Promise<Response> {
  const turnedAway = route.admit?.({ context, account })
  if (turnedAway) return refuse(turnedAway)
  const given = route.body ? await readJson(context) : undefined
  if (route.body && given === undefined) return refuse(api.notJson)
  const refusal = route.check?.({ body: given, account })
  if (refusal) return refuse(refusal)
  const body = route.body && parseInput(route.body, given)
  if (body && !body.success) return refuse(api.refuseInput(body.error))
  const unknown = api.refuseUnknown?.(listUnknownFields({ given, parsed: body?.data }))
  if (unknown) return refuse(unknown)
  const query = route.query && parseInput(route.query, context.req.query())
  if (query && !query.success) return refuse(api.refuseInput(query.error))
  return route.handle({ account, accounts, context, body: body?.data, query: query?.data, origin: origin(), refuse })
}
