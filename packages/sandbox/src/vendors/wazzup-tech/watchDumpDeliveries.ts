import * as z from 'zod'
import { markWebhookFailed } from '../../messengers/dumps/messageDumps.ts'
import type { Webhooks } from '../../server/webhooks/createWebhooks.ts'
import type { Store } from '../../store/store.ts'

const bodySchema = z.object({ data: z.object({ export_id: z.string(), status: z.literal('done') }) })

/** Marks an export as failed when the webhook that was to bring its link failed. @returns a function that ends it. */
export function watchDumpDeliveries({ store, webhooks }: { store: Store; webhooks: Webhooks }): () => void {
  return webhooks.subscribe((delivery) => {
    if (!delivery) return
    const { vendor, event, status, body } = delivery
    if (vendor !== 'wazzup-tech' || event !== 'messages_dump.status_update' || status !== 'failed') return
    const told = bodySchema.safeParse(JSON.parse(body))
    if (told.success) void markWebhookFailed(store, told.data.data.export_id)
  })
}
