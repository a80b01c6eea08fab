import { wazzupTech } from '@crm-chat/vendors/endpoints'
import { channelCredentialsSchemas } from '@crm-chat/vendors/wazzup-tech'
import { asc } from 'drizzle-orm'
import { createChannel, deleteChannel, reinitChannel } from '../../messengers/channels/connectChannel.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { channels as channelRows } from '../../store/schema.ts'
import type { Transport } from '../../store/transports.ts'
import { mintConnectLink } from './connectLink.ts'
import { respondData } from './respondData.ts'
import { badRequest, notFound } from './techErrors.ts'
import { toTechChannel, toTechTransport } from './toTechChannel.ts'

const channelNotFound = notFound('Channel')

/** Creates, lists, reads, reconnects and deletes channels. @see Wazzup tech API, "Channels" */
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
      return respondData(call, [{ channel_id: channelId, transport: toTechTransport(transport), ...(url && { url }) }])
    },
  }),
  defineRoute({
    endpoint: wazzupTech.fetchChannels,
    async handle(call) {
      const rows = await call.account.store.database.select().from(channelRows).orderBy(asc(channelRows.createdAt))
      return respondData(
        call,
        rows.map((row) => toTechChannel(call.account.quirks, row)),
      )
    },
  }),
  defineRoute({
    endpoint: wazzupTech.fetchChannel,
    async handle(call) {
      const channel = await getChannel(call.account.store.database, call.context.req.param('channel_id') ?? '')
      return channel ? respondData(call, [toTechChannel(call.account.quirks, channel)]) : call.refuse(channelNotFound)
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
        return call.refuse(badRequest(`credentials: do not fit ${toTechTransport(channel.transport)}`))
      const moved = await reinitChannel(store, { ...channel, plainId: readPlainId(credentials) })
      return moved ? respondData(call, [toTechChannel(call.account.quirks, moved)]) : call.refuse(channelNotFound)
    },
  }),
  defineRoute({
    endpoint: wazzupTech.deleteChannel,
    async handle(call) {
      const { store } = call.account
      const channel = await getChannel(store.database, call.context.req.param('channel_id') ?? '')
      if (!channel) return call.refuse(channelNotFound)
      await deleteChannel(store, { channel, deleteChats: call.query.delete_chats === 'true' })
      return respondData(call, null)
    },
  }),
]

/** The name in the messenger, if the credentials contain it. The part of a bot's token before the colon is its number. */
function readPlainId(credentials: object): string {
  if ('username' in credentials && typeof credentials.username === 'string') return credentials.username
  if ('telegram_token' in credentials && typeof credentials.telegram_token === 'string')
    return `bot_${credentials.telegram_token.split(':')[0]}`
  return ''
}

/** True if credentials are of the kind a transport requires. */
function fitsTransport({ transport, credentials }: { transport: Transport; credentials: object }): boolean {
  if (transport === 'vk') return false // It can only be connected by a link.
  const name = transport === 'instagram' ? 'instAPI' : transport
  return channelCredentialsSchemas[name].safeParse(credentials).success
}
