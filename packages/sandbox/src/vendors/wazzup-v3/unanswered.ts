import { unansweredAnswerSchema } from '@crm-chat/vendors/wazzup-v3'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { countRecentUnanswered } from '../../store/entities/unanswered.ts'

/** `GET /v3/unanswered/:userId`: the last seven days. @see API v3, "Unanswered counter" */
export const unanswered: Route[] = [
  defineRoute({
    operation: 'wazzup-v3.fetchUnanswered',
    method: 'GET',
    path: '/unanswered/:userId',
    summary: "Read a user's unanswered counter",
    answers: {
      200: { description: 'The counter, its colour, and when its last message came.', schema: unansweredAnswerSchema },
    },
    async handle({ account, context }) {
      const { count, tone, lastAt } = await countRecentUnanswered(account.store, context.req.param('userId') ?? '')
      const lastMsgDateTime = lastAt === null ? null : new Date(lastAt).toISOString()
      return context.json({ counterV2: count, type: tone, lastMsgDateTime })
    },
  }),
]
