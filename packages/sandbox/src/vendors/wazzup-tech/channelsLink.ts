import { channelsLinkRequestSchema, linkAnswerSchema } from '@crm-chat/vendors/wazzup-tech'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { answerData } from './answerData.ts'
import { mintConnectLink } from './connectLink.ts'
import { refuseUnknown } from './refuseUnknown.ts'
import { badRequest, notFound } from './techErrors.ts'

/** A link to the window in which a customer connects a channel; the only way for VK. @see Wazzup tech API, "Channels" */
export const channelsLink: Route[] = [
  defineRoute({
    operation: 'wazzup-tech.createChannelsLink',
    method: 'POST',
    path: '/iframe-links/channels',
    summary: 'Make a link to the window that connects a channel',
    body: channelsLinkRequestSchema,
    check: refuseUnknown({ schema: channelsLinkRequestSchema }),
    answers: { 200: { description: 'The link.', schema: linkAnswerSchema } },
    async handle(call) {
      const { account, body, origin, refuse } = call
      const { channel_id: channelId, transport = '' } = body.options
      if (transport === 'cian') return refuse(badRequest('options.transport: the sandbox has no cian'))
      if (channelId !== undefined && !(await getChannel(account.store.database, channelId)))
        return refuse(notFound('Channel'))
      const subject = channelId ?? `new:${transport}`
      return answerData(call, { link: await mintConnectLink({ account, origin, subject }) })
    },
  }),
]
