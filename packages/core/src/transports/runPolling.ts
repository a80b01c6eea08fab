import type { Unanswered } from '@crm-chat/protocol'
import { parseUnanswered } from '@crm-chat/protocol/wire/parseUnanswered'
import { delay } from '../delay.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { TransportParameters } from './transport.ts'

/** Options of `polling()`. */
export interface PollingOptions {
  /** @default 15_000 */
  intervalMs?: number
}

/** Requests the value at intervals until the signal aborts. @throws {ChatError} when a request fails */
export async function runPolling(parameters: TransportParameters & PollingOptions): Promise<void> {
  const { http, intervalMs = 15_000, onConnect, onUser, onValue, signal } = parameters
  while (!signal.aborted) {
    const { userId, value } = await sendRequest(http, { operation: 'unanswered', parse, signal })
    onConnect() // Each request is a connection of its own, perhaps to another process.
    if (userId !== undefined) onUser(userId)
    onValue(value)
    await delay({ ms: intervalMs, clock: http.clock, signal })
  }
}

/** Reads the value, and whose it is, which an older proxy does not say. */
function parse(data: unknown): { value: Unanswered; userId?: string } | undefined {
  const value = parseUnanswered(data)
  const { userId } = Object(data)
  return value && { value, ...(typeof userId === 'string' && { userId }) }
}
