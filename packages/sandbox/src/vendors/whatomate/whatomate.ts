import type { EmulatedVendor } from '../../server/routes/emulatedVendor.ts'
import { startPeople } from './people.ts'
import { whatomateQuirks } from './quirks.ts'
import { startRegression } from './startRegression.ts'
import { whatomateApi } from './whatomateApi.ts'
import { whatomateWebhooks } from './whatomateWebhooks.ts'

/** A Whatomate server, emulated. */
export const whatomate: EmulatedVendor = {
  vendor: 'whatomate',
  apis: [whatomateApi],
  sockets: ['whatomate.watchEvents'],
  webhooks: whatomateWebhooks,
  quirks: whatomateQuirks,
  start({ store, quirks }) {
    const stops = [startPeople(store), startRegression({ store, quirks })]
    return () => {
      for (const stop of stops) stop()
    }
  },
}
