import { wazzupTechWebhooks } from '../wazzup-tech/wazzupTechWebhooks.ts'
import { wazzupV2Webhooks } from '../wazzup-v2/wazzupV2Webhooks.ts'
import { wazzupV3Webhooks } from '../wazzup-v3/wazzupV3Webhooks.ts'
import { whatomateWebhooks } from '../whatomate/whatomateWebhooks.ts'
import type { VendorWebhooks } from './vendorWebhooks.ts'

/** How each vendor tells of changes. */
export const vendorsWebhooks: VendorWebhooks[] = [
  whatomateWebhooks,
  wazzupTechWebhooks,
  wazzupV2Webhooks,
  wazzupV3Webhooks,
]
