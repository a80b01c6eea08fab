import { expect, it } from 'vitest'
import * as webhooks from './index.ts'

it('exports these names', () => {
  expect(Object.keys(webhooks).sort()).toMatchInlineSnapshot(`
    [
      "InvalidWebhookError",
      "VendorError",
      "parseWazzupTechWebhook",
      "parseWazzupV2Webhook",
      "parseWazzupV3Webhook",
      "parseWebhook",
      "parseWhatomateWebhook",
    ]
  `)
})
