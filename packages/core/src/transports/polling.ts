import { type Unanswered, unansweredSchema } from '@crm-chat/protocol'
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
    run: async ({ http, onConnect, onUser, onValue, signal }) => {
      while (!signal.aborted) {
        const { userId, value } = await sendRequest(http, { operation: 'unanswered', schema, signal })
        onConnect() // Each request is a connection of its own, perhaps to another process.
        if (userId !== undefined) onUser(userId)
        onValue(value)
        await delay(intervalMs, signal)
      }
    },
  }
}

/** The value, and whose it is, which an older proxy does not say. */
const schema = {
  safeParse(data: unknown): { success: true; data: { value: Unanswered; userId?: string } } | { success: false } {
    const { success, data: value } = unansweredSchema.safeParse(data)
    const { userId } = Object(data)
    return success ? { success, data: { value, ...(typeof userId === 'string' && { userId }) } } : { success }
  },
}
