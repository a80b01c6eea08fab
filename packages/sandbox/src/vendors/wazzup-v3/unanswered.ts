import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { countRecentUnanswered } from '../../store/entities/unanswered.ts'

/** `GET /v3/unanswered/:userId`: the last seven days. @see API v3, "Unanswered counter" */
export const unanswered: Route[] = [
  defineRoute({
    endpoint: wazzupV3.fetchUnanswered,
    async handle({ account, context }) {
      const { count, tone, lastAt } = await countRecentUnanswered(account.store, context.req.param('userId') ?? '')
      const lastMsgDateTime = lastAt === null ? null : new Date(lastAt).toISOString()
      return context.json({ counterV2: count, type: tone, lastMsgDateTime })
    },
  }),
]
