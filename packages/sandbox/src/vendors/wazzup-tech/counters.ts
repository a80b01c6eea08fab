import { unansweredAnswerSchema, unansweredResetAnswerSchema } from '@crm-chat/vendors/wazzup-tech'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { markAllAnswered } from '../../store/entities/answered.ts'
import { countRecentUnanswered } from '../../store/entities/unanswered.ts'
import { answerData } from './answerData.ts'

/** The unanswered counter. @see https://wazzup24.com/help/api/counters/ */
export const counters: Route[] = [
  defineRoute({
    operation: 'wazzup-tech.fetchUnanswered',
    method: 'GET',
    path: '/counters/unanswered/:user_id',
    summary: 'Count what waits for an answer of a user',
    answers: { 200: { description: 'The number, red or grey.', schema: unansweredAnswerSchema } },
    async handle(call) {
      const { store } = call.account
      const { count, tone } = await countRecentUnanswered(store, call.context.req.param('user_id') ?? '')
      return answerData(call, { counter: count, type: tone })
    },
  }),
  defineRoute({
    operation: 'wazzup-tech.resetUnanswered',
    method: 'DELETE',
    path: '/chats/unanswered',
    summary: 'Set the counters of the whole account to 0',
    answers: { 200: { description: 'Nothing waits for an answer any more.', schema: unansweredResetAnswerSchema } },
    async handle(call) {
      await markAllAnswered(call.account.store)
      return answerData(call, { account_id: String(call.account.accountId), cleared: true })
    },
  }),
]
