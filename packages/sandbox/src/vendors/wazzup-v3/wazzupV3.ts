import type { EmulatedVendor } from '../../server/routes/emulatedVendor.ts'
import { wazzupV3CounterHost } from './counterHost.ts'
import { wazzupV3Quirks } from './quirks.ts'
import { wazzupV3Api } from './wazzupV3Api.ts'
import { wazzupV3Webhooks } from './wazzupV3Webhooks.ts'

/** Wazzup's API v3, emulated. */
export const wazzupV3: EmulatedVendor = {
  vendor: 'wazzup-v3',
  apis: [wazzupV3Api, wazzupV3CounterHost],
  sockets: ['wazzup-v3.watchUnanswered'],
  webhooks: wazzupV3Webhooks,
  quirks: wazzupV3Quirks,
}
