import type { Endpoint } from '@crm-chat/vendors/endpoints'
import * as z from 'zod'
import type { Refusal } from '../../server/http/answerError.ts'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import type { Store } from '../../store/store.ts'

/** Maximum number of entities in one request. */
const mostEntities = 100

/** Body of a bulk removal: ids, longer ones than the documents allow. */
const idsSchema = z
  .array(z.union([z.string().min(1).max(200), z.int().transform(String)]))
  .min(1)
  .max(mostEntities)

/**
 * Finds what is wrong with uploaded entities: too many, or some that are not as they should be, each named by its index.
 * An id that comes twice is wrong too: the vendor breaks over it. Nothing is said of a body that is no list at all.
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
  const wrong = body.flatMap((entity, index) => {
    const { data, error } = item.safeParse(entity)
    const fields = error?.issues.map(({ path }) => path.join('.') || 'item') ?? (ids.has(data?.id ?? '') ? ['id'] : [])
    if (data) ids.add(data.id)
    return fields.length > 0 ? [{ index, fields: [...new Set(fields)] }] : []
  })
  const refusal = { status: 400, code, description: 'Some are not as they should be; data tells which.' } as const
  return refuseTooMany(body) ?? (wrong.length > 0 ? { ...refusal, data: wrong } : undefined)
}

/** Finds that a list is longer than one request takes. */
function refuseTooMany(body: unknown): Refusal | undefined {
  if (!Array.isArray(body) || body.length <= mostEntities) return undefined
  const description = `At most ${mostEntities} fit in one request.`
  return { status: 400, code: 'TOO_MANY_ENTITIES', description }
}

/** The answer to an upload or removal: no body, but with a quirk. */
export function answerDone({ account, context }: Pick<Call, 'account' | 'context'>): Response {
  return account.quirks.isOn('wazzup-v3.bodies') ? context.json({ ok: true }) : context.body(null, 200)
}

/** The route that removes many entities at once. */
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
