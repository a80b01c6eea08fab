import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Deal, type DealChange, type DealStage, isClosed, type NewDeal } from '../../api/deal.ts'
import type { Actor } from '../../api/role.ts'
import { recordActivity } from '../activity/recordActivity.ts'
import { readContact } from '../contacts/contacts.ts'
import { ApiError } from '../errors.ts'
import { requireCurrent } from '../items/requireCurrent.ts'
import { readOwner, requireVisible, requireWrite } from '../items/rights.ts'
import { saveChange } from '../items/saveChange.ts'
import { requireLive } from '../items/setDeleted.ts'
import { withoutUndefined } from '../items/withoutUndefined.ts'
import { toSearchText } from '../search/toSearchText.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { companies, type Database, deals } from '../store/schema.ts'
import { changeStatements } from './changeStatements.ts'
import { readDeal } from './deals.ts'
import { type FreePosition, findPosition } from './findPosition.ts'

/** Adds a deal at the top of its column. @returns its id @throws {ApiError} */
export async function createDeal(
  { database, now }: SessionStore,
  { user, deal }: { user: Actor; deal: NewDeal },
): Promise<string> {
  requireWrite(user)
  const { title, contactId, stage = 'new', amountCents = 0, currency = 'EUR', responsibleUserId: wanted } = deal
  const contact = await requireContact(database, { user, contactId })
  const companyId = deal.companyId === undefined ? contact.companyId : deal.companyId
  await requireCompany(database, companyId)
  const responsibleUserId = await readOwner(database, { user, wanted, present: user.id })
  const [id, at] = [randomUUID(), now()]
  const free = await findPosition(database, { stage, dealId: id, afterId: null })
  const fields = { title, contactId, companyId, stage, amountCents, currency, responsibleUserId }
  const links = { itemId: id, itemName: title, dealId: id, contactId, companyId }
  await saveChange(database, {
    statements: [
      ...free.statements,
      database.insert(deals).values({
        id,
        createdAt: at,
        updatedAt: at,
        ...fields,
        searchText: toSearchText(title),
        position: free.position,
        closedAt: isClosed(stage) ? at : null,
      }),
      recordActivity(database, { ...links, userId: user.id, at, itemKind: 'deal', action: 'created' }),
    ],
  })
  return id
}

/** Changes a deal. A new stage puts it at the top of that column. @throws {ApiError} `conflict` for a stale version */
export async function changeDeal(
  store: SessionStore,
  { user, deal, change }: { user: Actor; deal: Deal; change: DealChange },
): Promise<void> {
  const { database } = store
  const { version, responsibleUserId: wanted, contactId, ...fields } = change
  await requireCurrent({ user, item: deal, version, readCurrent: () => readCurrent(database, deal) })
  if (contactId !== undefined && contactId !== deal.contactId) await requireContact(database, { user, contactId })
  await requireCompany(database, fields.companyId ?? null)
  const responsibleUserId = await readOwner(database, { user, wanted, present: deal.responsibleUserId })
  const next: Deal = { ...deal, ...withoutUndefined({ ...fields, contactId }), responsibleUserId }
  const isMoved = next.stage !== deal.stage
  const free = isMoved ? await findPosition(database, { stage: next.stage, dealId: deal.id, afterId: null }) : undefined
  await save(store, { user, deal, next, free })
}

/** Moves a deal's card. @throws {ApiError} `conflict` for a stale version, or when the deal above is not there any more */
export async function moveDeal(
  store: SessionStore,
  {
    user,
    deal,
    move: { version, stage, afterId },
  }: { user: Actor; deal: Deal; move: { version: number; stage: DealStage; afterId: string | null } },
): Promise<void> {
  const { database } = store
  await requireCurrent({ user, item: deal, version, readCurrent: () => readCurrent(database, deal) })
  const free = await findPosition(database, { stage, dealId: deal.id, afterId })
  await save(store, { user, deal, next: { ...deal, stage }, free })
}

async function save(
  { database, now }: SessionStore,
  { user, deal, next, free }: { user: Actor; deal: Deal; next: Deal; free: FreePosition | undefined },
): Promise<void> {
  const change = { userId: user.id, at: now(), deal, next, position: free?.position }
  await saveChange(database, {
    statements: [...(free?.statements ?? []), ...changeStatements(database, change)],
    readCurrent: () => readCurrent(database, deal),
  })
}

async function readCurrent(database: Database, { id }: { id: string }): Promise<unknown> {
  return { deal: await readDeal(database, id) }
}

async function requireContact(database: Database, { user, contactId }: { user: Actor; contactId: string }) {
  const contact = requireVisible(user, { item: await readContact(database, contactId), name: 'contact' })
  requireLive(contact)
  return contact
}

async function requireCompany(database: Database, companyId: string | null): Promise<void> {
  if (companyId === null) return
  const [company] = await database.select({ id: companies.id }).from(companies).where(eq(companies.id, companyId))
  const message = 'There is no such company.'
  if (!company) throw new ApiError({ code: 'invalid_request', message, fields: { companyId: 'unknown' } })
}
