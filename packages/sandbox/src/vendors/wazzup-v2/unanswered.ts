import { counterRequestSchema } from '@crm-chat/vendors/wazzup-v2'
import type { CounterDialect } from '../../server/unanswered/serveCounter.ts'
import { countUnanswered } from '../../store/entities/unanswered.ts'

/**
 * The counter of API V2: `apiV2IframeConnecting {apiKey, userId}` → `apiV2Notify {counter}`.
 * @see CRM API V2, "Unanswered messages counter"
 */
export const counterV2: CounterDialect = {
  operation: 'wazzup-v2.watchUnanswered',
  helloEvent: 'apiV2IframeConnecting',
  readHello: (data) => counterRequestSchema.safeParse(data).data,
  valueEvent: 'apiV2Notify',
  count: async ({ store }, userId) => ({ counter: await countUnanswered(store.database, userId) }),
}
