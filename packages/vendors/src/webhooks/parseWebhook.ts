import type { Vendor } from '../vendor.ts'
import type { ChatEvent } from './chatEvent.ts'
import type { WebhookHeaders } from './readHeader.ts'
import type { WebhookBody } from './readWebhookBody.ts'
import { parseWazzupTechWebhook } from './wazzupTech.ts'
import { parseWazzupV2Webhook } from './wazzupV2.ts'
import { parseWazzupV3Webhook, type WazzupV3WebhookOptions } from './wazzupV3.ts'
import type { WebhookDelivery } from './webhookDelivery.ts'
import { parseWhatomateWebhook, type WhatomateWebhookOptions } from './whatomate.ts'

/** Options for checking each vendor's webhooks. */
export interface WebhookOptions {
  'wazzup-v2': Record<never, never>
  'wazzup-v3': WazzupV3WebhookOptions
  'wazzup-tech': Record<never, never>
  whatomate: WhatomateWebhookOptions
}

type Parser<Options> = (delivery: WebhookDelivery<Options>) => ChatEvent[] | Promise<ChatEvent[]>

const parsers: { [Name in keyof WebhookOptions]: Parser<WebhookOptions[Name]> } = {
  'wazzup-v2': parseWazzupV2Webhook,
  'wazzup-v3': parseWazzupV3Webhook,
  'wazzup-tech': parseWazzupTechWebhook,
  whatomate: parseWhatomateWebhook,
}

/**
 * Reads a webhook call of any vendor as a list of events, in the order of its body. Unknown events have the kind
 * `unknown`, with the vendor's data in `raw`: nothing is lost. Vendors may send an event again: store its
 * `deduplicationKey`.
 * @param body unchanged from the wire, if the vendor signs it: parsing and writing it again breaks the signature.
 * @throws {InvalidWebhookError} if the body is not an object, or its signature is wrong.
 * @example
 * const events = await parseWebhook('wazzup-v3', request.headers, await request.text())
 */
export async function parseWebhook<Name extends Vendor & keyof WebhookOptions>(
  vendor: Name,
  headers: WebhookHeaders,
  body: WebhookBody,
  options?: WebhookOptions[Name],
): Promise<ChatEvent[]> {
  return parsers[vendor]({ headers, body, options: options ?? {} })
}
