import { eq } from 'drizzle-orm'
import { saveTemplate } from '../../store/entities/templates.ts'
import { type Template, templates } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { moderateTemplate } from './moderateTemplate.ts'

/** Time Meta takes to review a template here. */
const moderationMs = 2_000

/** Goes on with the templates that Meta has still to look at, of an earlier run or a snapshot. @returns a function that stops it. */
export async function startModeration(store: Store): Promise<() => void> {
  const stop = store.changes.subscribe(({ kind }) => {
    if (kind === 'reset') void scheduleAll(store)
  })
  await scheduleAll(store)
  return stop
}

/** Hands a template to Meta, which looks at it a moment later. */
export function scheduleModeration(store: Store, template: Template): void {
  store.clock.schedule(store.clock.now() + moderationMs, () => void moderate(store, template))
}

async function scheduleAll(store: Store): Promise<void> {
  const pending = await store.database.select().from(templates).where(eq(templates.status, 'pending'))
  for (const template of pending) scheduleModeration(store, template)
}

async function moderate(store: Store, row: Template): Promise<void> {
  const template = moderateTemplate(row)
  await saveTemplate(store.database, template)
  store.changes.publish({ kind: 'template', template })
}
