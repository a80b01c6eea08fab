import {
  channelAnswerSchema,
  channelConnectionSchema,
  channelsAnswerSchema,
  reinitRequestSchema,
} from '@crm-chat/vendors/wazzup-tech'
import { asc } from 'drizzle-orm'
import * as z from 'zod'
import { createChannel, deleteChannel, reinitChannel } from '../../messengers/channels/connectChannel.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { channels as channelRows } from '../../store/schema.ts'
import { answerData } from './answerData.ts'
import { mintConnectLink } from './connectLink.ts'
import { fitsTransport, readPlainId } from './credentials.ts'
import { refuseUnknown } from './refuseUnknown.ts'
import { badRequest, notFound } from './techErrors.ts'
import { toTechChannel, toTechTransport } from './toTechChannel.ts'

const channelNotFound = notFound('Channel')

/** Channels: created, listed, read, connected again and deleted. @see Wazzup tech API, "Channels" */
export const channels: Route[] = [
  defineRoute({
    operation: 'wazzup-tech.createChannel',
    method: 'POST',
    path: '/channels',
    summary: 'Create a channel',
    body: channelConnectionSchema,
    check: refuseUnknown({ schema: channelConnectionSchema }),
    answers: {
      200: { description: 'The channel; what is left to do depends on the transport.', schema: channelAnswerSchema },
    },
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
    operation: 'wazzup-tech.fetchChannels',
    method: 'GET',
    path: '/channels',
    summary: 'List the channels',
    answers: { 200: { description: 'All channels of the account.', schema: channelsAnswerSchema } },
    async handle(call) {
      const rows = await call.account.store.database.select().from(channelRows).orderBy(asc(channelRows.createdAt))
      return answerData(
        call,
        rows.map((row) => toTechChannel(call.account.quirks, row)),
      )
    },
  }),
  defineRoute({
    operation: 'wazzup-tech.fetchChannel',
    method: 'GET',
    path: '/channels/:channel_id',
    summary: 'Get a channel',
    answers: { 200: { description: 'The channel, in a list of one.', schema: channelAnswerSchema } },
    async handle(call) {
      const channel = await getChannel(call.account.store.database, call.context.req.param('channel_id') ?? '')
      return channel ? answerData(call, [toTechChannel(call.account.quirks, channel)]) : call.refuse(channelNotFound)
    },
  }),
  defineRoute({
    operation: 'wazzup-tech.reinitChannel',
    method: 'POST',
    path: '/channels/:channel_id/reinit',
    summary: 'Connect a channel again',
    body: reinitRequestSchema,
    check: refuseUnknown({ schema: reinitRequestSchema }),
    answers: { 200: { description: 'The channel, active or starting up.', schema: channelAnswerSchema } },
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
    operation: 'wazzup-tech.deleteChannel',
    method: 'DELETE',
    path: '/channels/:channel_id',
    summary: 'Delete a channel',
    query: z.strictObject({ delete_chats: z.enum(['true', 'false']).optional() }),
    answers: { 200: { description: 'The channel is gone; its chats too, if told so.' } },
    async handle(call) {
      const { store } = call.account
      const channel = await getChannel(store.database, call.context.req.param('channel_id') ?? '')
      if (!channel) return call.refuse(channelNotFound)
      await deleteChannel(store, { channel, deleteChats: call.query.delete_chats === 'true' })
      return answerData(call, null)
    },
  }),
]
