import { Hono } from 'hono'
import {
  boardQuerySchema,
  type Deal,
  dealChangeSchema,
  dealMoveSchema,
  dealsBulkRequestSchema,
  dealsQuerySchema,
  newDealSchema,
} from '../../api/deal.ts'
import type { Actor } from '../../api/role.ts'
import { readBody } from '../http/readBody.ts'
import { changeMany } from '../items/changeMany.ts'
import { requireVisible } from '../items/rights.ts'
import { setDeleted } from '../items/setDeleted.ts'
import { readQuery } from '../lists/readQuery.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { changeStages } from './changeStages.ts'
import { dealKind, readDeal, readDeals } from './deals.ts'
import { listDeals, readBoard } from './listDeals.ts'
import { changeDeal, createDeal, moveDeal } from './saveDeal.ts'

/** Creates the routes of deals. A deal that the user may not see counts as missing. */
export function createDealRoutes(store: SessionStore): Hono<UserVariables> {
  const { database } = store

  async function find(user: Actor, id: string): Promise<Deal> {
    return requireVisible(user, { item: await readDeal(database, id), name: 'deal' })
  }

  async function respond(id: string): Promise<{ deal: Deal | undefined }> {
    return { deal: await readDeal(database, id) }
  }

  async function toggle(user: Actor, { id, action }: { id: string; action: 'delete' | 'restore' }) {
    const item = await find(user, id)
    await setDeleted(store, dealKind, { user, item, action, readCurrent: () => respond(id) })
    return respond(id)
  }

  return new Hono<UserVariables>()
    .use(requireUser(store))
    .get('/', async (context) => {
      const query = readQuery(context, dealsQuerySchema)
      return context.json(await listDeals(database, { user: context.var.user, query }))
    })
    .get('/board', async (context) => {
      const query = readQuery(context, boardQuerySchema)
      return context.json({ stages: await readBoard(database, { user: context.var.user, query }) })
    })
    .get('/:id', async (context) => context.json({ deal: await find(context.var.user, context.req.param('id')) }))
    .post('/', async (context) => {
      const deal = await readBody(context, newDealSchema)
      return context.json(await respond(await createDeal(store, { user: context.var.user, deal })), 201)
    })
    .post('/bulk', async (context) => {
      const { user } = context.var
      const request = await readBody(context, dealsBulkRequestSchema)
      if (request.action === 'changeStage') return context.json(await changeStages(store, { user, ...request }))
      const rows = await readDeals(database, request.ids)
      return context.json(await changeMany(store, dealKind, { user, request, rows }))
    })
    .patch('/:id', async (context) => {
      const { user } = context.var
      const deal = await find(user, context.req.param('id'))
      await changeDeal(store, { user, deal, change: await readBody(context, dealChangeSchema) })
      return context.json(await respond(deal.id))
    })
    .post('/:id/move', async (context) => {
      const { user } = context.var
      const deal = await find(user, context.req.param('id'))
      await moveDeal(store, { user, deal, move: await readBody(context, dealMoveSchema) })
      return context.json(await respond(deal.id))
    })
    .delete('/:id', async (context) =>
      context.json(await toggle(context.var.user, { id: context.req.param('id'), action: 'delete' })),
    )
    .post('/:id/restore', async (context) =>
      context.json(await toggle(context.var.user, { id: context.req.param('id'), action: 'restore' })),
    )
}
