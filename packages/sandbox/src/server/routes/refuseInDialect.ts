import type { Context } from 'hono'
import { vendorApis } from '../../vendorApis.ts'
import { answerError, type Refusal } from '../http/answerError.ts'

/** Refuses what no route gets to see, in the dialect of the vendor whose address it was sent to, else in our own. */
export function refuseInDialect(context: Context, refusal: Refusal): Response {
  const api = vendorApis.find(({ bases }) => bases.some((base) => context.req.path.startsWith(`${base}/`)))
  return api ? api.refuse({ context, refusal, account: undefined }) : answerError(context, refusal)
}
