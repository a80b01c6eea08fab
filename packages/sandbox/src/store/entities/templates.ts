import { asc, eq } from 'drizzle-orm'
import { type Template, templates } from '../schema.ts'
import type { Database } from '../store.ts'

/** Adds or replaces a template. */
export async function saveTemplate(database: Database, { templateGuid, ...fields }: Template): Promise<void> {
  await database
    .insert(templates)
    .values({ templateGuid, ...fields })
    .onConflictDoUpdate({ target: templates.templateGuid, set: fields })
}

/** Templates, by name. */
export function listTemplates(
  database: Database,
  { offset = 0, limit = 100 }: { offset?: number | undefined; limit?: number | undefined } = {},
): Promise<Template[]> {
  return database.select().from(templates).orderBy(asc(templates.name)).limit(limit).offset(offset)
}

/** A template by its id. */
export async function getTemplate(database: Database, templateGuid: string): Promise<Template | undefined> {
  const [template] = await database.select().from(templates).where(eq(templates.templateGuid, templateGuid))
  return template
}
