import { wazzupTech } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { neverUploaded } from '../../server/unanswered/neverUploaded.ts'
import { markAllReplied } from '../../store/entities/replied.ts'
import { countRecentUnanswered } from '../../store/entities/unanswered.ts'
import { isUploaded } from '../../store/entities/users.ts'
import { respondData } from './respondData.ts'

/** The unanswered counter. @see https://wazzup24.com/help/api/counters/ */
export const unanswered: Route[] = [
  defineRoute({
    endpoint: wazzupTech.fetchUnanswered,
    async handle(call) {
      const { store } = call.account
      const userId = call.context.req.param('user_id') ?? ''
      if (!(await isUploaded(store.database, userId))) {
        call.remark(neverUploaded({ userId, upload: wazzupTech.saveUsers }))
        return respondData(call, { counter: 0, type: null })
      }
      const { count, tone } = await countRecentUnanswered(store, userId)
      return respondData(call, { counter: count, type: tone })
    },
  }),
  defineRoute({
    endpoint: wazzupTech.resetUnanswered,
    async handle(call) {
      await markAllReplied(call.account.store)
      return respondData(call, { account_id: String(call.account.accountId), cleared: true })
    },
  }),
]
