import { Hono } from 'hono'
import { bulkRequestSchema } from '../../api/bulk.ts'
import { type Company, companiesQuerySchema, companyChangeSchema, newCompanySchema } from '../../api/company.ts'
import type { Actor } from '../../api/role.ts'
import { ApiError } from '../errors.ts'
import { readBody } from '../http/readBody.ts'
import { changeMany } from '../items/changeMany.ts'
import { setDeleted } from '../items/setDeleted.ts'
import { readQuery } from '../lists/readQuery.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { companyKind, listCompanies, readCompanies } from './companies.ts'
import { changeCompany, createCompany } from './saveCompany.ts'

/** Creates the routes of companies, which everybody sees. */
export function createCompanyRoutes(store: SessionStore): Hono<UserVariables> {
  const { database } = store

  async function find(user: Actor, id: string): Promise<Company> {
    const [company] = await readCompanies(database, { user, ids: [id] })
    if (company) return company
    throw new ApiError({ code: 'not_found', message: 'There is no such company.' })
  }

  async function toggle(user: Actor, { id, action }: { id: string; action: 'delete' | 'restore' }) {
    const readCurrent = async (): Promise<{ company: Company }> => ({ company: await find(user, id) })
    await setDeleted(store, companyKind, { user, item: await find(user, id), action, readCurrent })
    return readCurrent()
  }

  return new Hono<UserVariables>()
    .use(requireUser(store))
    .get('/', async (context) => {
      const query = readQuery(context, companiesQuerySchema)
      return context.json(await listCompanies(database, { user: context.var.user, query }))
    })
    .get('/:id', async (context) => context.json({ company: await find(context.var.user, context.req.param('id')) }))
    .post('/', async (context) => {
      const { user } = context.var
      const id = await createCompany(store, { user, company: await readBody(context, newCompanySchema) })
      return context.json({ company: await find(user, id) }, 201)
    })
    .post('/bulk', async (context) => {
      const { user } = context.var
      const request = await readBody(context, bulkRequestSchema)
      const rows = await readCompanies(database, { user, ids: request.ids })
      return context.json(await changeMany(store, companyKind, { user, request, rows }))
    })
    .patch('/:id', async (context) => {
      const { user } = context.var
      const company = await find(user, context.req.param('id'))
      await changeCompany(store, { user, company, change: await readBody(context, companyChangeSchema) })
      return context.json({ company: await find(user, company.id) })
    })
    .delete('/:id', async (context) =>
      context.json(await toggle(context.var.user, { id: context.req.param('id'), action: 'delete' })),
    )
    .post('/:id/restore', async (context) =>
      context.json(await toggle(context.var.user, { id: context.req.param('id'), action: 'restore' })),
    )
}
