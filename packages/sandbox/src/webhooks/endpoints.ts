import { and, asc, eq } from 'drizzle-orm'
import type { Vendor } from '../routes/route.ts'
import type { Database } from '../store/openStore.ts'
import { webhookEndpoints } from '../store/tables/webhookEndpoints.ts'

/** Where webhooks of a vendor go, and for which events, in the vendor's words. */
export type WebhookEndpoint = typeof webhookEndpoints.$inferSelect

/** Adds an endpoint, or replaces the one with its id. */
export async function saveEndpoint(
  database: Database,
  { endpointId, ...fields }: typeof webhookEndpoints.$inferInsert,
): Promise<void> {
  await database
    .insert(webhookEndpoints)
    .values({ endpointId, ...fields })
    .onConflictDoUpdate({ target: webhookEndpoints.endpointId, set: fields })
}

/** The endpoints of all vendors. Every change asks for them: the query is put together once. */
export function listAllEndpoints(database: Database): Promise<WebhookEndpoint[]> {
  const query = queries.get(database) ?? prepareQuery(database)
  queries.set(database, query)
  return query.execute()
}

const queries = new WeakMap<Database, ReturnType<typeof prepareQuery>>()

function prepareQuery(database: Database) {
  return database.select().from(webhookEndpoints).orderBy(asc(webhookEndpoints.endpointId)).prepare()
}

/** The endpoints of a vendor. */
export function listEndpoints(database: Database, vendor: Vendor): Promise<WebhookEndpoint[]> {
  return database
    .select()
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.vendor, vendor))
    .orderBy(asc(webhookEndpoints.endpointId))
}

/** The endpoint of a vendor whose accounts have one only. */
export async function getEndpoint(database: Database, vendor: Vendor): Promise<WebhookEndpoint | undefined> {
  const [endpoint] = await listEndpoints(database, vendor)
  return endpoint
}

/** Removes an endpoint of a vendor. @returns whether it was there. */
export async function deleteEndpoint(
  database: Database,
  { vendor, endpointId }: { vendor: Vendor; endpointId: string },
): Promise<boolean> {
  const deleted = await database
    .delete(webhookEndpoints)
    .where(and(eq(webhookEndpoints.endpointId, endpointId), eq(webhookEndpoints.vendor, vendor)))
    .returning()
  return deleted.length > 0
}
