import { Hono } from 'hono'
import { type RecordsResponse, recordKinds } from '../../api/record.ts'
import { mayAdminister } from '../../api/role.ts'
import { ApiError } from '../errors.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { listRecords } from './listRecords.ts'

/** Records of one page. */
const limit = 100

/** Creates the route of all users, contacts and deals, for administrators. Nobody else learns that it is there. */
export function createRecordRoutes(store: SessionStore): Hono<UserVariables> {
  return new Hono<UserVariables>().use(requireUser(store)).get('/:kind', async (context) => {
    const kind = recordKinds.find((name) => name === context.req.param('kind'))
    if (!mayAdminister(context.var.user.role) || !kind)
      throw new ApiError({ code: 'not_found', message: 'There are no such records.' })
    const after = context.req.query('after')?.slice(0, 200) ?? ''
    const { origin } = new URL(context.req.url)
    const found = await listRecords(store.database, { kind, after, limit })
    const records = kind === 'deals' ? found.map((deal) => ({ ...deal, url: `${origin}/deals/${deal.id}` })) : found
    const next = found.length < limit ? null : (found.at(-1)?.id ?? null)
    return context.json({ records, next } satisfies RecordsResponse)
  })
}
