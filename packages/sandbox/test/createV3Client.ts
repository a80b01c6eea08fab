import { createWazzupV3, type WazzupV3 } from '@crm-chat/vendors/wazzup-v3'
import type { Sandbox } from '../src/index.ts'

/** The real client of API v3, pointed at a sandbox. */
export function createV3Client({ url, apiKey }: Sandbox, key = apiKey): WazzupV3 {
  return createWazzupV3({ apiKey: key, baseUrl: url, integrationsUrl: `${url}/integrations` })
}
