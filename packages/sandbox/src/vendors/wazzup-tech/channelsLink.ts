import { wazzupTech } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { mintConnectLink } from './connectLink.ts'
import { respondData } from './respondData.ts'
import { badRequest, notFound } from './techErrors.ts'

/** A link to the window in which a customer connects a channel; the only way for VK. @see Wazzup tech API, "Channels" */
export const channelsLink: Route[] = [
  defineRoute({
    endpoint: wazzupTech.createChannelsLink,
    async handle(call) {
      const { account, body, origin, refuse } = call
      const { channel_id: channelId, transport = '' } = body.options
      if (transport === 'cian') return refuse(badRequest('options.transport: the sandbox has no cian'))
      if (channelId !== undefined && !(await getChannel(account.store.database, channelId)))
        return refuse(notFound('Channel'))
      const subject = channelId ?? `new:${transport}`
      return respondData(call, { link: await mintConnectLink({ account, origin, subject }) })
    },
  }),
]
