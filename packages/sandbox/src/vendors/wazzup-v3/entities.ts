import type { Endpoint } from '@crm-chat/vendors/endpoints'
import * as z from 'zod'
import type { Refusal } from '../../server/http/respondError.ts'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { explained } from '../../store/input/explainIssue.ts'
import { listProblems, type Problem } from '../../store/input/listProblems.ts'
import type { Store } from '../../store/store.ts'

/** Maximum number of entities in one request. */
const maxEntities = 100

/** Body of a bulk removal: ids, which may be longer than the documents allow. */
const idsSchema = z
  .array(z.union([z.string().min(1).max(200), z.int().transform(String)]))
  .min(1)
  .max(maxEntities)

/**
 * Refuses too many uploaded entities, and invalid ones, which it names by index. A repeated id is invalid too: the vendor
 * fails on it. A body that is not a list is left to the schema.
 */
export function refuseEntities({
  body,
  item,
  code,
}: {
  body: unknown
  item: z.ZodType<{ id: string }>
  code: string
}): Refusal | undefined {
  if (!Array.isArray(body)) return undefined
  const ids = new Set<string>()
  const invalid = body.flatMap((entity, index) => {
    const { data, error } = item.safeParse(entity, explained)
    const problems = error ? listProblems(error) : ids.has(data?.id ?? '') ? [repeatedId] : []
    if (data) ids.add(data.id)
    return problems.length > 0 ? [{ index, problems }] : []
  })
  return refuseTooMany(body) ?? (invalid.length > 0 ? toInvalid({ code, invalid }) : undefined)
}

const repeatedId: Problem = { field: 'id', reason: 'must not be the id of another item in the same request' }

/** The refusal of invalid items: `data` names their fields as the vendor does, the description tells why. */
function toInvalid({ code, invalid }: { code: string; invalid: { index: number; problems: Problem[] }[] }): Refusal {
  const reasons = invalid.flatMap(({ index, problems }) =>
    problems.map(({ field, reason }) => `${[index, ...(field ? [field] : [])].join('.')}: ${reason}`),
  )
  const data = invalid.map(({ index, problems }) => ({
    index,
    fields: [...new Set(problems.map(({ field }) => field || 'item'))],
  }))
  return { status: 400, code, description: reasons.join('; ').slice(0, 2_000), data }
}

/** Refuses a list that is too long for one request. */
function refuseTooMany(body: unknown): Refusal | undefined {
  if (!Array.isArray(body) || body.length <= maxEntities) return undefined
  const description = `A request can contain at most ${maxEntities} items.`
  return { status: 400, code: 'TOO_MANY_ENTITIES', description }
}

/** Responds to an upload or removal: without a body, except with a quirk. */
export function respondDone({ account, context }: Pick<Call, 'account' | 'context'>): Response {
  return account.quirks.isOn('wazzup-v3.bodies') ? context.json({ ok: true }) : context.body(null, 200)
}

/** Creates the route that removes several entities at once. */
export function bulkRemovalRoute({
  endpoint,
  removeRows,
}: {
  endpoint: Endpoint
  removeRows: (store: Store, ids: string[]) => Promise<string[]>
}): Route {
  return defineRoute({
    endpoint,
    check: ({ body }) => refuseTooMany(body),
    body: idsSchema,
    async handle({ account, context, body }) {
      const removed = await removeRows(account.store, body)
      return context.json(body.filter((id) => !removed.includes(id)))
    },
  })
}
