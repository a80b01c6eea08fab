import type * as z from 'zod'
import type { Account } from '../account.ts'
import { readSent } from '../http/readSent.ts'
import type { Refusal } from '../http/respondError.ts'
import type { NoteTaker } from '../journal/createNotes.ts'
import { listUnknownFields } from './listUnknownFields.ts'
import { parseInput } from './parseInput.ts'
import type { Route } from './route.ts'
import type { RoutedRequest } from './routedRequest.ts'
import { toGiven } from './toGiven.ts'

interface Handled extends RoutedRequest {
  route: Route
  account: Account
  refuse: (refusal: Refusal) => Response
  note: NoteTaker
}

/** Validates the body and the query of a request, and runs its route. */
export async function handleRoute(handled: Handled): Promise<Response> {
  const { api, route, context, account, accounts, refuse, origin, note } = handled
  const rejection = route.admit?.({ context, account })
  if (rejection) return refuse(rejection)
  const body = route.body ? await readBody({ ...handled, schema: route.body }) : { data: undefined }
  if ('refusal' in body) return refuse(body.refusal)
  const query = route.query && parseInput(route.query, context.req.query())
  if (query && !query.success) return refuse(api.refuseInput(query.error))
  return route.handle({
    account,
    accounts,
    context,
    body: body.data,
    query: query?.data,
    origin: origin(),
    refuse,
    remark: note.remark,
  })
}

/** Reads, checks and parses the body. */
async function readBody({
  api,
  route,
  context,
  account,
  note,
  schema,
}: Handled & { schema: z.ZodType }): Promise<{ data: unknown } | { refusal: Refusal }> {
  const sent = await readSent(context, { forms: api.readsForms ?? false })
  if (sent.value === undefined) return { refusal: api.notJson }
  const input = toGiven({ api, schema, account, sent })
  const refusal = route.check?.({ body: input, sent: sent.value, account })
  if (refusal) return { refusal }
  const { data, error } = parseInput(schema, input)
  if (error) return { refusal: route.refuseInput?.({ error, account }) ?? api.refuseInput(error) }
  const fields = listUnknownFields({ input, parsed: data })
  const unknown = api.refuseUnknown?.({ fields, quirks: account.quirks })
  if (unknown) return { refusal: unknown }
  if (api.refuseUnknown) note.ignore(fields)
  return { data }
}
