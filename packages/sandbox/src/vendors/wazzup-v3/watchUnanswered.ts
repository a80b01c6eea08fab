import { counterConnectingSchema } from '@crm-chat/vendors/wazzup-v3'
import type { CounterDialect } from '../../server/unanswered/serveCounter.ts'
import { countRecentUnanswered, countUnanswered, findNextExpiry } from '../../store/entities/unanswered.ts'

/**
 * The counter of API v3: `counterConnecting {type, apiKey, userId}` → `counterUpdate {counter, counterV2, type}`, where
 * `counter` follows the older rule. @see API v3, "Unanswered counter"
 */
export const counterV3: CounterDialect = {
  operation: 'wazzup-v3.watchUnanswered',
  helloEvent: 'counterConnecting',
  readHello: (data) => counterConnectingSchema.safeParse(data).data,
  valueEvent: 'counterUpdate',
  async count({ store, quirks }, userId) {
    const counter = await countUnanswered(store.database, userId)
    if (quirks.isOn('wazzup-v3.plainCounter')) return { counter }
    const { count, tone } = await countRecentUnanswered(store, userId)
    return { counter, counterV2: count, type: tone }
  },
  findExpiry: ({ store }) => findNextExpiry(store),
}
