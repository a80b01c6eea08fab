import { type DealStage, dealStages, isClosed } from '../../api/deal.ts'
import { contactTexts } from '../contacts/contactTexts.ts'
import { positionGap } from '../deals/findPosition.ts'
import { toSearchText } from '../search/toSearchText.ts'
import { seedCompanies } from './seedCompanies.ts'
import { type SeedContact, type SeedDeal, seedContacts } from './seedContacts.ts'
import { dayMs, type SeedRows } from './seedRows.ts'
import { seedTasks } from './seedTasks.ts'

type ActivityRow = SeedRows['activity'][number]

/** Makes the rows of the hand-written demo, with a past that ends `now`. */
export function toSeedRows(now: number): SeedRows {
  const rows: SeedRows = { companies: [], contacts: [], chats: [], deals: [], tasks: [], notes: [], activity: [] }
  for (const contact of seedContacts) {
    addContact(rows, { contact, now })
    for (const deal of contact.deals) addDeal(rows, { contact, deal, now })
  }
  for (const [index] of seedTasks.entries()) addTask(rows, { index, now })
  return rows
}

function addContact(rows: SeedRows, { contact, now }: { contact: SeedContact; now: number }): void {
  const { id, responsibleUserId, name, position, company, email, phone, note, chats } = contact
  const at = now - (Math.max(...contact.deals.map(({ addedAgo }) => addedAgo)) + 9) * dayMs
  const times = { createdAt: at, updatedAt: at }
  const companyId = `company-${id}`
  const details = seedCompanies[company] ?? { website: '', city: '', industry: '' }
  rows.companies.push({
    id: companyId,
    ...times,
    responsibleUserId,
    name: company,
    sortName: toSearchText(company),
    ...details,
  })
  const texts = contactTexts({ name, position, email, phone })
  rows.contacts.push({ id, ...times, responsibleUserId, name, position, companyId, email, phone, ...texts })
  rows.chats.push(...chats.map((chat) => ({ ...chat, contactId: id })))
  const links = { userId: responsibleUserId, contactId: id, companyId }
  rows.activity.push(
    toEntry({
      ...links,
      at,
      action: 'created',
      itemKind: 'company',
      itemId: companyId,
      itemName: company,
      contactId: null,
    }),
    toEntry({ ...links, at, action: 'created', itemKind: 'contact', itemId: id, itemName: name }),
  )
  addNote(rows, { contact, text: note, at: at + 2 * dayMs })
}

function addNote(rows: SeedRows, { contact, text, at }: { contact: SeedContact; text: string; at: number }): void {
  const { id: contactId, responsibleUserId: authorId } = contact
  const id = `note-${contactId}`
  rows.notes.push({ id, createdAt: at, updatedAt: at, authorId, text, contactId })
  rows.activity.push(
    toEntry({ userId: authorId, contactId, at, action: 'created', itemKind: 'note', itemId: id, itemName: text }),
  )
}

function addDeal(rows: SeedRows, { contact, deal, now }: { contact: SeedContact; deal: SeedDeal; now: number }): void {
  const { id, title, stage, amount, currency, addedAgo } = deal
  const { responsibleUserId } = contact
  const links = { contactId: contact.id, companyId: `company-${contact.id}` }
  const path = toPath(stage)
  const times = path.map((_, index) => now - Math.round(addedAgo * dayMs * (1 - index / (path.length + 1))))
  const [createdAt = now] = times
  const updatedAt = times.at(-1) ?? now
  rows.deals.push({
    id,
    createdAt,
    updatedAt,
    responsibleUserId,
    ...links,
    title,
    searchText: toSearchText(title),
    stage,
    position: (rows.deals.length + 1) * positionGap,
    amountCents: amount * 100,
    currency,
    closedAt: isClosed(stage) ? updatedAt : null,
  })
  const entry = {
    ...links,
    userId: responsibleUserId,
    itemKind: 'deal',
    itemId: id,
    itemName: title,
    dealId: id,
  } as const
  rows.activity.push(toEntry({ ...entry, at: createdAt, action: 'created' }))
  for (const [index, to] of path.entries()) {
    const from = path[index - 1]
    if (from)
      rows.activity.push(toEntry({ ...entry, at: times[index] ?? now, action: 'moved', fromValue: from, toValue: to }))
  }
}

/** The stages that a deal has been through, up to the present one. */
function toPath(stage: DealStage): DealStage[] {
  if (stage === 'lost') return ['new', 'qualified', 'proposal', 'lost']
  return dealStages.slice(0, dealStages.indexOf(stage) + 1)
}

function addTask(rows: SeedRows, { index, now }: { index: number; now: number }): void {
  const task = seedTasks[index]
  const deal = rows.deals.find(({ id }) => id === task?.dealId)
  if (!task || !deal) return
  const { title, responsibleUserId, dueIn, doneAgo, dealId } = task
  const { contactId } = deal
  const id = `task-${index + 1}`
  const createdAt = Math.min(now, now + (dueIn - 5) * dayMs)
  const doneAt = doneAgo === undefined ? null : now - doneAgo * dayMs
  const times = { createdAt, updatedAt: doneAt ?? createdAt, dueAt: endOfDay(now + dueIn * dayMs), doneAt }
  rows.tasks.push({ id, ...times, title, searchText: toSearchText(title), responsibleUserId, contactId, dealId })
  const entry = { userId: responsibleUserId, contactId, dealId, itemKind: 'task', itemId: id, itemName: title } as const
  rows.activity.push(toEntry({ ...entry, at: createdAt, action: 'created' }))
  if (doneAt !== null) rows.activity.push(toEntry({ ...entry, at: doneAt, action: 'finished' }))
}

/** 17:00 UTC of that day. */
function endOfDay(time: number): number {
  return Math.floor(time / dayMs) * dayMs + 17 * 3_600_000
}

function toEntry(entry: Omit<ActivityRow, 'id' | 'fields'>): ActivityRow {
  return { ...entry, id: `${entry.itemId}-${entry.action}-${entry.at}`, fields: [] }
}
