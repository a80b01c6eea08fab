import { createWazzupV3, type WazzupV3 } from '@crm-chat/vendors/wazzup-v3'
import type { Sandbox } from '../src/index.ts'

/** Creates the real client of API v3 for a sandbox. */
export function createV3Client({ url, apiKey }: Sandbox, key = apiKey): WazzupV3 {
  return createWazzupV3({ apiKey: key, baseUrl: url, integrationsUrl: `${url}/integrations` })
}
