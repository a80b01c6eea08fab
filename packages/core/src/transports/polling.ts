import type { PollingOptions } from './runPolling.ts'
import type { Transport } from './transport.ts'

/** Requests the value at intervals: works where no stream gets through. */
export function polling(options: PollingOptions = {}): Transport {
  return { run: async (parameters) => (await import('../seldom.ts')).seldom.runPolling({ ...parameters, ...options }) }
}
