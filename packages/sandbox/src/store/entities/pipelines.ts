import { asc } from 'drizzle-orm'
import { type Pipeline, pipelines } from '../schema.ts'
import type { Database, Store } from '../store.ts'

/** Adds or replaces pipelines by the CRM's id. */
export async function savePipelines(
  { database }: Store,
  given: { id: string; name: string; stages?: Pipeline['stages'] | undefined }[],
): Promise<void> {
  for (const { id, name, stages = null } of given) {
    await database
      .insert(pipelines)
      .values({ id, name, stages })
      .onConflictDoUpdate({ target: pipelines.id, set: { name, stages } })
  }
}

/** All pipelines, by id. */
export function listPipelines(database: Database): Promise<Pipeline[]> {
  return database.select().from(pipelines).orderBy(asc(pipelines.id))
}
