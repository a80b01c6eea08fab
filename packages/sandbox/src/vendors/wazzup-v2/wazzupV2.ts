import type { EmulatedVendor } from '../../server/routes/emulatedVendor.ts'
import { wazzupV2Quirks } from './quirks.ts'
import { wazzupV2Api } from './wazzupV2Api.ts'
import { wazzupV2Webhooks } from './wazzupV2Webhooks.ts'

/** Wazzup's CRM API V2, emulated. */
export const wazzupV2: EmulatedVendor = {
  vendor: 'wazzup-v2',
  apis: [wazzupV2Api],
  sockets: ['wazzup-v2.watchUnanswered'],
  webhooks: wazzupV2Webhooks,
  quirks: wazzupV2Quirks,
}
