import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Actor } from '../../api/role.ts'
import type { NewTask, Task, TaskChange } from '../../api/task.ts'
import { recordActivity } from '../activity/recordActivity.ts'
import { readContact } from '../contacts/contacts.ts'
import { readDeal } from '../deals/deals.ts'
import { recordEdit } from '../items/recordEdit.ts'
import { requireCurrent } from '../items/requireCurrent.ts'
import { readOwner, requireVisible, requireWrite } from '../items/rights.ts'
import { type Statements, saveChange } from '../items/saveChange.ts'
import { withoutUndefined } from '../items/withoutUndefined.ts'
import { toSearchText } from '../search/toSearchText.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { type Database, tasks } from '../store/schema.ts'
import { readTasks, taskKind } from './tasks.ts'

/** Adds a task. One of a deal is also one of the deal's contact. @returns its id @throws {ApiError} */
export async function createTask(
  { database, now }: SessionStore,
  { user, task }: { user: Actor; task: NewTask },
): Promise<string> {
  requireWrite(user)
  const { title, dueAt = null, responsibleUserId: wanted } = task
  const links = await readLinks(database, { user, contactId: task.contactId ?? null, dealId: task.dealId ?? null })
  const responsibleUserId = await readOwner(database, { user, wanted, present: user.id })
  const [id, at] = [randomUUID(), now()]
  await saveChange(database, {
    statements: [
      database.insert(tasks).values({
        id,
        createdAt: at,
        updatedAt: at,
        title,
        searchText: toSearchText(title),
        dueAt,
        responsibleUserId,
        ...links,
      }),
      recordActivity(database, {
        ...links,
        itemId: id,
        itemName: title,
        userId: user.id,
        at,
        itemKind: 'task',
        action: 'created',
      }),
    ],
  })
  return id
}

/** Changes a task, finishes it, or opens it again. @throws {ApiError} `conflict` for a stale version */
export async function changeTask(
  { database, now }: SessionStore,
  { user, task, change }: { user: Actor; task: Task; change: TaskChange },
): Promise<void> {
  const { version, isDone = task.doneAt !== null, responsibleUserId: wanted, ...fields } = change
  const readCurrent = async (): Promise<unknown> => ({ task: (await readTasks(database, [task.id]))[0] })
  await requireCurrent({ user, item: task, version, readCurrent })
  const responsibleUserId = await readOwner(database, { user, wanted, present: task.responsibleUserId })
  const at = now()
  const doneAt = isDone ? (task.doneAt ?? at) : null
  const next: Task = { ...task, ...withoutUndefined(fields), responsibleUserId, doneAt }
  if (fields.contactId !== undefined || fields.dealId !== undefined) {
    Object.assign(next, await readLinks(database, { user, ...next }))
  }
  const { title, dueAt, contactId, dealId } = next
  const values = { title, dueAt, contactId, dealId }
  const entry = { ...taskKind.describe(next), userId: user.id, at, itemKind: 'task' } as const
  await saveChange(database, {
    statements: [
      database
        .update(tasks)
        .set({
          ...values,
          responsibleUserId,
          doneAt,
          searchText: toSearchText(title),
          updatedAt: at,
          version: version + 1,
        })
        .where(eq(tasks.id, task.id)),
      ...recordDone(database, { entry, before: task, next }),
      ...recordEdit(database, { ...entry, before: task, next, values }),
    ],
    readCurrent,
  })
}

function recordDone(
  database: Database,
  { entry, before, next }: { entry: Omit<Parameters<typeof recordActivity>[1], 'action'>; before: Task; next: Task },
): Statements {
  if ((before.doneAt === null) === (next.doneAt === null)) return []
  return [recordActivity(database, { ...entry, action: next.doneAt === null ? 'reopened' : 'finished' })]
}

/** @throws {ApiError} `not_found` for a contact or a deal that the user may not see */
async function readLinks(
  database: Database,
  { user, contactId, dealId }: { user: Actor; contactId: string | null; dealId: string | null },
): Promise<{ contactId: string | null; dealId: string | null }> {
  if (dealId !== null) {
    const deal = requireVisible(user, { item: await readDeal(database, dealId), name: 'deal' })
    return { dealId, contactId: contactId ?? deal.contactId }
  }
  if (contactId !== null) requireVisible(user, { item: await readContact(database, contactId), name: 'contact' })
  return { contactId, dealId }
}
