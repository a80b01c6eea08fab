import type { VendorWebhooks } from './server/webhooks/vendorWebhooks.ts'
import { wazzupTechWebhooks } from './vendors/wazzup-tech/wazzupTechWebhooks.ts'
import { wazzupV2Webhooks } from './vendors/wazzup-v2/wazzupV2Webhooks.ts'
import { wazzupV3Webhooks } from './vendors/wazzup-v3/wazzupV3Webhooks.ts'
import { whatomateWebhooks } from './vendors/whatomate/whatomateWebhooks.ts'

/** How each vendor tells of changes. */
export const vendorsWebhooks: VendorWebhooks[] = [
  whatomateWebhooks,
  wazzupTechWebhooks,
  wazzupV2Webhooks,
  wazzupV3Webhooks,
]
