import { InvalidWebhookError } from '../errors.ts'
import { readHeader, type WebhookHeaders } from './readHeader.ts'

/** Checks that a webhook call carries `Authorization: Bearer <token>`. @throws {InvalidWebhookError} when it does not. */
export function checkBearer({ headers, token }: { headers: WebhookHeaders; token: string }): void {
  const given = readHeader({ headers, name: 'authorization' }) ?? ''
  if (isSame(given, `Bearer ${token}`)) return
  throw new InvalidWebhookError('The webhook does not carry the agreed Authorization header.')
}

/** Compares in a time that says nothing about where two texts differ. */
function isSame(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length
  for (let index = 0; index < expected.length; index += 1) {
    difference |= given.charCodeAt(index) ^ expected.charCodeAt(index) // NaN beyond the end counts as 0.
  }
  return difference === 0
}
