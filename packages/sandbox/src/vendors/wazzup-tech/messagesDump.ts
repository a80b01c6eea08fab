import { wazzupTech } from '@crm-chat/vendors/endpoints'
import { createDump, getDump } from '../../messengers/dumps/messageDumps.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { respondData } from './respondData.ts'
import { notFound } from './techErrors.ts'

/** Exports of messages. @see Wazzup tech API, "Export messages" */
export const messagesDump: Route[] = [
  defineRoute({
    endpoint: wazzupTech.createMessagesDump,
    async handle(call) {
      const { account, body, origin, refuse } = call
      const { start_at, end_at, channel_id: channelId } = body
      if (channelId !== undefined && !(await getChannel(account.store.database, channelId)))
        return refuse(notFound('Channel'))
      const period = { startAt: Date.parse(start_at), endAt: Date.parse(end_at) }
      const { status, exportId } = await createDump(account.store, { ...period, channelId, origin })
      return respondData(call, { status, export_id: exportId })
    },
  }),
  defineRoute({
    endpoint: wazzupTech.fetchMessagesDump,
    async handle(call) {
      const dump = await getDump(call.account.store, call.context.req.param('export_id') ?? '')
      return dump ? respondData(call, { status: dump.status, url: dump.url }) : call.refuse(notFound('Export'))
    },
  }),
]
