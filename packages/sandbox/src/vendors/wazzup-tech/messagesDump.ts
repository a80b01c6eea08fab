import {
  messagesDumpAnswerSchema,
  messagesDumpCreatedAnswerSchema,
  messagesDumpRequestSchema,
} from '@crm-chat/vendors/wazzup-tech'
import { createDump, getDump } from '../../messengers/dumps/messageDumps.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { answerData } from './answerData.ts'
import { refuseUnknown } from './refuseUnknown.ts'
import { notFound } from './techErrors.ts'

/** Exports of messages. @see Wazzup tech API, "Export messages" */
export const messagesDump: Route[] = [
  defineRoute({
    operation: 'wazzup-tech.createMessagesDump',
    method: 'POST',
    path: '/messages/messages_dump',
    summary: 'Start an export of messages',
    body: messagesDumpRequestSchema,
    check: refuseUnknown({ schema: messagesDumpRequestSchema }),
    answers: { 200: { description: 'The export is queued.', schema: messagesDumpCreatedAnswerSchema } },
    async handle(call) {
      const { account, body, origin, refuse } = call
      const { start_at, end_at, channel_id: channelId } = body
      if (channelId !== undefined && !(await getChannel(account.store.database, channelId)))
        return refuse(notFound('Channel'))
      const period = { startAt: Date.parse(start_at), endAt: Date.parse(end_at) }
      const { status, exportId } = await createDump(account.store, { ...period, channelId, origin })
      return answerData(call, { status, export_id: exportId })
    },
  }),
  defineRoute({
    operation: 'wazzup-tech.fetchMessagesDump',
    method: 'GET',
    path: '/messages/messages_dump/:export_id',
    summary: 'Ask how far an export is',
    answers: { 200: { description: 'The status, and the link once it is done.', schema: messagesDumpAnswerSchema } },
    async handle(call) {
      const dump = await getDump(call.account.store, call.context.req.param('export_id') ?? '')
      return dump ? answerData(call, { status: dump.status, url: dump.url }) : call.refuse(notFound('Export'))
    },
  }),
]
