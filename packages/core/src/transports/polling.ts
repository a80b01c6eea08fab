import { unansweredSchema } from '@crm-chat/protocol'
import { delay } from '../delay.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { Transport } from './transport.ts'

/** Options of {@link polling}. */
export interface PollingOptions {
  /** @default 15_000 */
  intervalMs?: number
}

/** Requests the value at intervals: works where no stream gets through. */
export function polling({ intervalMs = 15_000 }: PollingOptions = {}): Transport {
  return {
    run: async ({ http, onConnect, onValue, signal }) => {
      while (!signal.aborted) {
        const value = await sendRequest(http, { operation: 'unanswered', schema: unansweredSchema, signal })
        onConnect() // Each request is a connection of its own, perhaps to another process.
        onValue(value)
        await delay(intervalMs, signal)
      }
    },
  }
}
