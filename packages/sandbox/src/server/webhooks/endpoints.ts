import { and, asc, eq } from 'drizzle-orm'
import { keepUntilReset } from '../../store/keepUntilReset.ts'
import type { Vendor } from '../../store/schema.ts'
import { webhookEndpoints } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'

/** A webhook endpoint of a vendor, with its events in the vendor's words. */
export type WebhookEndpoint = typeof webhookEndpoints.$inferSelect

/** Adds an endpoint, or replaces the one with its id. */
export async function saveEndpoint(
  store: Store,
  { endpointId, ...fields }: typeof webhookEndpoints.$inferInsert,
): Promise<void> {
  await store.database
    .insert(webhookEndpoints)
    .values({ endpointId, ...fields })
    .onConflictDoUpdate({ target: webhookEndpoints.endpointId, set: fields })
  announce(store)
}

const kept = keepUntilReset(({ database }) =>
  database.select().from(webhookEndpoints).orderBy(asc(webhookEndpoints.endpointId)),
)

/** The endpoints of all vendors, which every change needs. */
export function listAllEndpoints(store: Store): Promise<WebhookEndpoint[]> {
  return kept.get(store)
}

/** The endpoints of a vendor. */
export async function listEndpoints(store: Store, vendor: Vendor): Promise<WebhookEndpoint[]> {
  return (await kept.get(store)).filter((endpoint) => endpoint.vendor === vendor)
}

/** The endpoint of a vendor that allows one per account. */
export async function getEndpoint(store: Store, vendor: Vendor): Promise<WebhookEndpoint | undefined> {
  const [endpoint] = await listEndpoints(store, vendor)
  return endpoint
}

/** Deletes an endpoint of a vendor. @returns false if there is no such endpoint */
export async function deleteEndpoint(
  store: Store,
  { vendor, endpointId }: { vendor: Vendor; endpointId: string },
): Promise<boolean> {
  const deleted = await store.database
    .delete(webhookEndpoints)
    .where(and(eq(webhookEndpoints.endpointId, endpointId), eq(webhookEndpoints.vendor, vendor)))
    .returning()
  announce(store)
  return deleted.length > 0
}

function announce(store: Store): void {
  kept.forget(store)
  store.changes.publish({ kind: 'endpoints' })
}
