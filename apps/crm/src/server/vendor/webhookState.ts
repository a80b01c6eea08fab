import { eq, sql } from 'drizzle-orm'
import type { Vendor } from '../../api/settings.ts'
import type { Database } from '../store/schema.ts'
import { webhookStates } from '../store/vendorSchema.ts'

/** State of a vendor's webhooks. */
export type WebhookState = Omit<typeof webhookStates.$inferSelect, 'vendor'>

/** Reads the state of a vendor's webhooks. */
export async function readWebhookState(database: Database, vendor: Vendor): Promise<WebhookState> {
  const [row] = await database.select().from(webhookStates).where(eq(webhookStates.vendor, vendor))
  return row ?? { registeredAt: null, problem: null, lastAt: null, eventCount: 0 }
}

/** Notes that an event has come. */
export async function countWebhook(database: Database, { vendor, at }: { vendor: Vendor; at: number }): Promise<void> {
  await database
    .insert(webhookStates)
    .values({ vendor, lastAt: at, eventCount: 1 })
    .onConflictDoUpdate({
      target: webhookStates.vendor,
      set: { lastAt: at, eventCount: sql`${webhookStates.eventCount} + 1` },
    })
}

/** Notes how the vendor took the address. */
export async function noteRegistration(
  database: Database,
  { vendor, ...outcome }: { vendor: Vendor } & ({ registeredAt: number } | { problem: string }),
): Promise<void> {
  const set = { problem: null, ...outcome }
  await database
    .insert(webhookStates)
    .values({ vendor, ...set })
    .onConflictDoUpdate({ target: webhookStates.vendor, set })
}
