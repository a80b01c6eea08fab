import { InvalidParametersError, InvalidWebhookError } from '../errors.ts'
import { readHeader, type WebhookHeaders } from './readHeader.ts'
import type { WebhookBody } from './readWebhookBody.ts'

/** Parameters of {@link checkSignature}. */
export interface SignatureParameters {
  headers: WebhookHeaders
  /** As it came over the wire: writing a parsed body again makes other bytes. */
  body: WebhookBody
  secret: string
}

/**
 * Checks `X-Webhook-Signature: sha256=<hex>`, the HMAC-SHA256 of the body's bytes. The comparison is the runtime's own and
 * takes the same time wherever a signature differs.
 * @throws {InvalidParametersError} for an empty secret, which would check nothing.
 * @throws {InvalidWebhookError} when there is no signature, or another, or the body's bytes are not known any more.
 */
export async function checkSignature({ headers, body, secret }: SignatureParameters): Promise<void> {
  if (secret === '') throw new InvalidParametersError('The secret of a webhook must not be empty.')
  const bytes = toBytes(body)
  const signature = parseHex(readHeader({ headers, name: 'x-webhook-signature' }) ?? '')
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify'])
  if (signature && (await crypto.subtle.verify(algorithm, key, signature, bytes))) return
  throw new InvalidWebhookError('The signature of the webhook is missing or wrong.', { part: 'credential' })
}

function toBytes(body: WebhookBody): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body)
  if (body instanceof Uint8Array) return new Uint8Array(body)
  throw new InvalidWebhookError('Pass the raw body of a signed webhook, as text or bytes: its signature covers it.')
}

function parseHex(header: string): Uint8Array<ArrayBuffer> | undefined {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(header)?.[1]
  return hex === undefined ? undefined : Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
