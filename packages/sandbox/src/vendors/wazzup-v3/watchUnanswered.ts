import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { counterConnectingSchema } from '@crm-chat/vendors/wazzup-v3'
import { neverUploaded } from '../../server/unanswered/neverUploaded.ts'
import type { CounterDialect } from '../../server/unanswered/serveCounter.ts'
import { countRecentUnanswered, countUnanswered, findNextExpiry } from '../../store/entities/unanswered.ts'
import { isUploaded } from '../../store/entities/users.ts'
import { explained } from '../../store/input/explainIssue.ts'

/**
 * The counter of API v3: `counterConnecting {type, apiKey, userId}` → `counterUpdate {counter, counterV2, type}`, where
 * `counter` follows the older rule. @see API v3, "Unanswered counter"
 */
export const counterV3: CounterDialect = {
  operation: 'wazzup-v3.watchUnanswered',
  helloEvent: 'counterConnecting',
  readHello: (data) => counterConnectingSchema.safeParse(data, explained),
  valueEvent: 'counterUpdate',
  explain: async ({ store: { database } }, userId) =>
    (await isUploaded(database, userId)) ? null : neverUploaded({ userId, upload: wazzupV3.saveUsers }),
  async count({ store, quirks }, userId) {
    if (!(await isUploaded(store.database, userId)))
      return quirks.isOn('wazzup-v3.plainCounter') ? { counter: 0 } : { counter: 0, counterV2: 0, type: null }
    const counter = await countUnanswered(store.database, userId)
    if (quirks.isOn('wazzup-v3.plainCounter')) return { counter }
    const { count, tone } = await countRecentUnanswered(store, userId)
    return { counter, counterV2: count, type: tone }
  },
  findExpiry: ({ store }) => findNextExpiry(store),
}
