import { channelsAnswerSchema } from '@crm-chat/vendors/wazzup-v3'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { listChannels } from '../../store/entities/channels.ts'
import { toV3State } from './toV3State.ts'

/** `GET /v3/channels`. @see API v3, "Working with channels" */
export const channels: Route[] = [
  defineRoute({
    operation: 'wazzup-v3.fetchChannels',
    method: 'GET',
    path: '/channels',
    summary: 'List the channels',
    answers: { 200: { description: 'All channels of the account.', schema: channelsAnswerSchema } },
    async handle({ account: { store, quirks }, context }) {
      const found = await listChannels(store.database)
      return context.json(
        found.map(({ channelId, transport, plainId, state, name }) => ({
          channelId,
          transport,
          plainId,
          state: toV3State({ state, quirks }),
          ...(name === '' ? {} : { name }),
        })),
      )
    },
  }),
]
