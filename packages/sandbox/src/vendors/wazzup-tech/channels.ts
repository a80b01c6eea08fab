import { wazzupTech } from '@crm-chat/vendors/endpoints'
import { asc } from 'drizzle-orm'
import { createChannel, deleteChannel, reinitChannel } from '../../messengers/channels/connectChannel.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { channels as channelRows } from '../../store/schema.ts'
import { answerData } from './answerData.ts'
import { mintConnectLink } from './connectLink.ts'
import { fitsTransport, readPlainId } from './credentials.ts'
import { badRequest, notFound } from './techErrors.ts'
import { toTechChannel, toTechTransport } from './toTechChannel.ts'

const channelNotFound = notFound('Channel')

/** Channels: created, listed, read, connected again and deleted. @see Wazzup tech API, "Channels" */
export const channels: Route[] = [
  defineRoute({
    endpoint: wazzupTech.createChannel,
    async handle(call) {
      const { account, body, origin } = call
      const transport = body.transport === 'instAPI' ? 'instagram' : body.transport
      const channel = await createChannel(account.store, {
        transport,
        plainId: readPlainId(body.credentials),
        toUrl: (channelId) => mintConnectLink({ account, origin, subject: channelId }),
      })
      const { channelId, url } = channel
      return answerData(call, [{ channel_id: channelId, transport: toTechTransport(transport), ...(url && { url }) }])
    },
  }),
  defineRoute({
    endpoint: wazzupTech.fetchChannels,
    async handle(call) {
      const rows = await call.account.store.database.select().from(channelRows).orderBy(asc(channelRows.createdAt))
      return answerData(
        call,
        rows.map((row) => toTechChannel(call.account.quirks, row)),
      )
    },
  }),
  defineRoute({
    endpoint: wazzupTech.fetchChannel,
    async handle(call) {
      const channel = await getChannel(call.account.store.database, call.context.req.param('channel_id') ?? '')
      return channel ? answerData(call, [toTechChannel(call.account.quirks, channel)]) : call.refuse(channelNotFound)
    },
  }),
  defineRoute({
    endpoint: wazzupTech.reinitChannel,
    async handle(call) {
      const { store } = call.account
      const { credentials } = call.body
      const channel = await getChannel(store.database, call.context.req.param('channel_id') ?? '')
      if (!channel) return call.refuse(channelNotFound)
      if (!fitsTransport({ transport: channel.transport, credentials }))
        return call.refuse(badRequest(`credentials: are not those of ${toTechTransport(channel.transport)}`))
      const moved = await reinitChannel(store, { ...channel, plainId: readPlainId(credentials) })
      return moved ? answerData(call, [toTechChannel(call.account.quirks, moved)]) : call.refuse(channelNotFound)
    },
  }),
  defineRoute({
    endpoint: wazzupTech.deleteChannel,
    async handle(call) {
      const { store } = call.account
      const channel = await getChannel(store.database, call.context.req.param('channel_id') ?? '')
      if (!channel) return call.refuse(channelNotFound)
      await deleteChannel(store, { channel, deleteChats: call.query.delete_chats === 'true' })
      return answerData(call, null)
    },
  }),
]
