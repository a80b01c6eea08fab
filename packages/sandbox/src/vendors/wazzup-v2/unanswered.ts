import { wazzupV2 } from '@crm-chat/vendors/endpoints'
import { counterRequestSchema } from '@crm-chat/vendors/wazzup-v2'
import { neverUploaded } from '../../server/unanswered/neverUploaded.ts'
import type { CounterDialect } from '../../server/unanswered/serveCounter.ts'
import { countUnanswered } from '../../store/entities/unanswered.ts'
import { explained } from '../../store/input/explainIssue.ts'
import { isStranger } from './isStranger.ts'

/**
 * The counter of API V2: `apiV2IframeConnecting {apiKey, userId}` → `apiV2Notify {counter}`.
 * @see CRM API V2, "Unanswered messages counter"
 */
export const counterV2: CounterDialect = {
  operation: 'wazzup-v2.watchUnanswered',
  helloEvent: 'apiV2IframeConnecting',
  readHello: (data) => counterRequestSchema.safeParse(data, explained),
  valueEvent: 'apiV2Notify',
  explain: async (account, userId) =>
    (await isStranger(account, userId)) ? neverUploaded({ userId, upload: wazzupV2.saveUsers }) : null,
  count: async (account, userId) => ({
    counter: (await isStranger(account, userId)) ? 0 : await countUnanswered(account.store.database, userId),
  }),
}
