import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { listChannels } from '../../store/entities/channels.ts'
import { toV3State } from './toV3State.ts'

/** `GET /v3/channels`. @see API v3, "Working with channels" */
export const channels: Route[] = [
  defineRoute({
    endpoint: wazzupV3.fetchChannels,
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
