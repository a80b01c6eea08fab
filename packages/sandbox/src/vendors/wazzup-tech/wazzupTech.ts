import * as z from 'zod'
import { markWebhookFailed } from '../../messengers/dumps/messageDumps.ts'
import type { EmulatedVendor } from '../../server/routes/emulatedVendor.ts'
import type { Webhooks } from '../../server/webhooks/createWebhooks.ts'
import type { Store } from '../../store/store.ts'
import { wazzupTechQuirks } from './quirks.ts'
import { wazzupTechApi } from './wazzupTechApi.ts'
import { wazzupTechWebhooks } from './wazzupTechWebhooks.ts'

/** Wazzup's tech API, for partners, emulated. */
export const wazzupTech: EmulatedVendor = {
  vendor: 'wazzup-tech',
  apis: [wazzupTechApi],
  sockets: [],
  webhooks: wazzupTechWebhooks,
  quirks: wazzupTechQuirks,
  start: watchDumpDeliveries,
}

const bodySchema = z.object({ data: z.object({ export_id: z.string(), status: z.literal('done') }) })

/** Marks an export as failed when the webhook with its link fails. @returns a function that ends it */
function watchDumpDeliveries({ store, webhooks }: { store: Store; webhooks: Webhooks }): () => void {
  return webhooks.subscribe((delivery) => {
    if (!delivery) return
    const { vendor, event, status, body } = delivery
    if (vendor !== 'wazzup-tech' || event !== 'messages_dump.status_update' || status !== 'failed') return
    const sent = bodySchema.safeParse(JSON.parse(body))
    if (sent.success) void markWebhookFailed(store, sent.data.data.export_id)
  })
}
