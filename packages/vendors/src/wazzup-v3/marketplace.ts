import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { createRedactor } from '../http/createRedactor.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendChecked } from '../http/send.ts'
import type { WazzupV3Client } from './client.ts'

/** Body of `POST /v3/marketplace`. */
export const marketplaceRequestSchema = z.object({
  crmCode: z.string().regex(/^[A-Za-z0-9_-]+$/, 'a crmCode holds Latin letters, digits, - and _ only'),
  authRedirectUri: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).optional(),
  secret: z.string().min(1),
})

/** Parameters of {@link setMarketplace}. */
export interface MarketplaceParameters {
  /** The CRM's unique name at the vendor: Latin letters, digits, `-` and `_`. */
  crmCode: string
  /** Address at which customers confirm; missing or empty if each customer enters an address of their own. */
  authRedirectUri?: string
  /** Authenticates the CRM's server to the vendor's after a customer has confirmed. Never send it to a browser. */
  secret: string
}

/** Endpoint of {@link setMarketplace}. */
export const setMarketplaceEndpoint = defineEndpoint({
  operation: 'wazzup-v3.setMarketplace',
  method: 'POST',
  path: '/v3/marketplace',
  summary: 'Set how customers connect the CRM by a button',
  body: marketplaceRequestSchema,
  response: { description: 'It is kept.' },
  idempotent: true,
})

/**
 * Configures how customers connect the CRM by a button in the vendor's marketplace (`POST /v3/marketplace`), with the key of the
 * CRM's maker. [inferred] The page shows no response: any success is accepted, and the call counts as safe to repeat.
 * @throws {VendorError} one of its subclasses.
 * @see API v3, "WAuth" (https://wazzup24.com/help/api-en/wauth/)
 */
export async function setMarketplace(
  client: WazzupV3Client,
  parameters: MarketplaceParameters,
  options: CallOptions = {},
): Promise<void> {
  const body = parseParameters(marketplaceRequestSchema, parameters)
  const redact = createRedactor(() => [...client.secrets(), body.secret])
  return sendChecked({ ...client.http, redact }, setMarketplaceEndpoint, { body, ...options })
}
