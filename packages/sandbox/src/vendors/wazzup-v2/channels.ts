import { wazzupV2 } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { listChannels } from '../../store/entities/channels.ts'
import { toV2Channel } from './toV2.ts'

/** `GET /v2/channels`. @see CRM API V2, "Obtaining the channel list" */
export const channels: Route[] = [
  defineRoute({
    endpoint: wazzupV2.fetchChannels,
    async handle({ account, context }) {
      const found = await listChannels(account.store.database)
      return context.json(found.map(toV2Channel))
    },
  }),
]
