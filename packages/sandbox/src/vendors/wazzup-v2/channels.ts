import { channelsAnswerSchema } from '@crm-chat/vendors/wazzup-v2'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { listChannels } from '../../store/entities/channels.ts'
import { toV2Channel } from './toV2Channel.ts'

/** `GET /v2/channels`. @see CRM API V2, "Obtaining the channel list" */
export const channels: Route[] = [
  defineRoute({
    operation: 'wazzup-v2.fetchChannels',
    method: 'GET',
    path: '/channels',
    summary: 'List the channels',
    answers: { 200: { description: 'All channels of the integration.', schema: channelsAnswerSchema } },
    async handle({ account, context }) {
      const found = await listChannels(account.store.database)
      return context.json(found.map(toV2Channel))
    },
  }),
]
