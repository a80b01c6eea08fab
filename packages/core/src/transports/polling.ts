import { unansweredSchema } from '@crm-chat/protocol'
import { delay } from '../delay.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { Transport } from './transport.ts'

/** Options of {@link polling}. */
export interface PollingOptions {
  /** @default 15_000 */
  intervalMs?: number
}

/** Asks again and again: works where no stream gets through. */
export function polling({ intervalMs = 15_000 }: PollingOptions = {}): Transport {
  return {
    run: async ({ http, onValue, signal }) => {
      while (!signal.aborted) {
        onValue(await sendRequest(http, { operation: 'unanswered', answer: unansweredSchema, signal }))
        await delay(intervalMs, signal)
      }
    },
  }
}
