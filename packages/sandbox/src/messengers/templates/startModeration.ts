import { eq } from 'drizzle-orm'
import { saveTemplate } from '../../store/entities/templates.ts'
import { type Template, templates } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { toTemplateParts } from './templateParts.ts'

/** Time that Meta takes to review a template. */
const moderationMs = 2_000

/** Schedules the review of pending templates of an earlier run or a restored snapshot. @returns a function that stops it */
export async function startModeration(store: Store): Promise<() => void> {
  const stop = store.changes.subscribe(({ kind }) => {
    if (kind === 'reset') void scheduleAll(store)
  })
  await scheduleAll(store)
  return stop
}

/** Submits a template to Meta, which reviews it a moment later. */
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

/** Reviews a template as Meta does, which rejects a body that starts or ends with a variable. */
function moderateTemplate(template: Template): Template {
  const { body } = toTemplateParts(template)
  if (!/^\s*\{\{\w+\}\}|\{\{\w+\}\}\s*$/.test(body)) return { ...template, status: 'approved' }
  return { ...template, status: 'rejected', details: { ...template.details, rejected_reason: 'INVALID_FORMAT' } }
}
