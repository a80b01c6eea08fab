import type { EmulatedVendor } from '../../server/routes/emulatedVendor.ts'
import { wazzupTechQuirks } from './quirks.ts'
import { watchDumpDeliveries } from './watchDumpDeliveries.ts'
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
