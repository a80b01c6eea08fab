import { randomUUID } from 'node:crypto'
import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Company, CompanyChange, NewCompany } from '../../api/company.ts'
import type { Actor } from '../../api/role.ts'
import { recordActivity } from '../activity/recordActivity.ts'
import { ApiError } from '../errors.ts'
import { recordEdit } from '../items/recordEdit.ts'
import { requireCurrent } from '../items/requireCurrent.ts'
import { readOwner, requireWrite } from '../items/rights.ts'
import { saveChange } from '../items/saveChange.ts'
import { withoutUndefined } from '../items/withoutUndefined.ts'
import { toSearchText } from '../search/toSearchText.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { companies, type Database } from '../store/schema.ts'
import { companyKind, readCompanies } from './companies.ts'

/** Adds a company. @returns its id @throws {ApiError} */
export async function createCompany(
  { database, now }: SessionStore,
  { user, company }: { user: Actor; company: NewCompany },
): Promise<string> {
  requireWrite(user)
  const { name, website = '', city = '', industry = '', responsibleUserId: wanted } = company
  await requireFreeName(database, { name, id: '' })
  const responsibleUserId = await readOwner(database, { user, wanted, present: user.id })
  const [id, at] = [randomUUID(), now()]
  const fields = { name, sortName: toSearchText(name), website: toWebsite(website), city, industry, responsibleUserId }
  const links = { itemId: id, itemName: name, companyId: id }
  await saveChange(database, {
    statements: [
      database.insert(companies).values({ id, createdAt: at, updatedAt: at, ...fields }),
      recordActivity(database, { ...links, userId: user.id, at, itemKind: 'company', action: 'created' }),
    ],
  })
  return id
}

/** Changes a company. @throws {ApiError} `conflict` with the company as it is now, for a stale version */
export async function changeCompany(
  { database, now }: SessionStore,
  { user, company, change }: { user: Actor; company: Company; change: CompanyChange },
): Promise<void> {
  const { version, responsibleUserId: wanted, website, ...texts } = change
  const readCurrent = async (): Promise<unknown> => ({
    company: (await readCompanies(database, { user, ids: [company.id] }))[0],
  })
  await requireCurrent({ user, item: company, version, readCurrent })
  const responsibleUserId = await readOwner(database, { user, wanted, present: company.responsibleUserId })
  const next: Company = { ...company, ...withoutUndefined(texts), responsibleUserId }
  if (website !== undefined) next.website = toWebsite(website)
  await requireFreeName(database, next)
  const { name, city, industry } = next
  const fields = { name, sortName: toSearchText(name), website: next.website, city, industry, responsibleUserId }
  const at = now()
  const values = { name, website: next.website, city, industry }
  await saveChange(database, {
    statements: [
      database
        .update(companies)
        .set({ ...fields, updatedAt: at, version: version + 1 })
        .where(eq(companies.id, company.id)),
      ...recordEdit(database, {
        ...companyKind.describe(next),
        userId: user.id,
        at,
        itemKind: 'company',
        before: company,
        next,
        values,
      }),
    ],
    readCurrent,
  })
}

/** @throws {ApiError} `conflict` for the name of another company */
async function requireFreeName(database: Database, { name, id }: { name: string; id: string }): Promise<void> {
  const isSame = and(eq(companies.sortName, toSearchText(name)), isNull(companies.deletedAt), ne(companies.id, id))
  const [other] = await database.select({ id: companies.id }).from(companies).where(isSame)
  const message = 'Another company already has this name.'
  if (other) throw new ApiError({ code: 'conflict', message, fields: { name: 'taken' } })
}

function toWebsite(text: string): string {
  return text.replace(/^https?:\/\//i, '').replace(/\/$/, '')
}
