import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { neverUploaded } from '../../server/unanswered/neverUploaded.ts'
import { countRecentUnanswered } from '../../store/entities/unanswered.ts'
import { isUploaded } from '../../store/entities/users.ts'

/** `GET /v3/unanswered/:userId`: the last seven days; 0 for a user who was never uploaded. @see API v3, "Unanswered counter" */
export const unanswered: Route[] = [
  defineRoute({
    endpoint: wazzupV3.fetchUnanswered,
    async handle({ account: { store }, context, remark }) {
      const userId = context.req.param('userId') ?? ''
      if (!(await isUploaded(store.database, userId))) {
        remark(neverUploaded({ userId, upload: wazzupV3.saveUsers }))
        return context.json({ counterV2: 0, type: null, lastMsgDateTime: null })
      }
      const { count, tone, lastAt } = await countRecentUnanswered(store, userId)
      const lastMsgDateTime = lastAt === null ? null : new Date(lastAt).toISOString()
      return context.json({ counterV2: count, type: tone, lastMsgDateTime })
    },
  }),
]
