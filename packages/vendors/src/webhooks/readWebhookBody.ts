import { InvalidWebhookError } from '../errors.ts'
import { isRecord } from '../http/isRecord.ts'
import { parseJson } from '../http/parseJson.ts'

/**
 * The body of a webhook call: as it came over the wire, or already parsed by a web framework. Prefer the first: a signature
 * covers it, and ids that are numbers beyond 2^53 keep their digits.
 */
export type WebhookBody = string | Uint8Array | object

/** Reads a webhook's body as an object. @throws {InvalidWebhookError} when it is none. */
export function readWebhookBody(body: WebhookBody): Record<string, unknown> {
  const parsed = typeof body === 'string' || body instanceof Uint8Array ? parseJson(toText(body)) : body
  if (isRecord(parsed)) return parsed
  throw new InvalidWebhookError('The body of the webhook is not a JSON object.')
}

/** The body as text, as far as it is still known. */
function toText(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}
