import { whatomate } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getMessage } from '../../store/entities/messages.ts'
import { markReadByAgents, saveExtras } from './messageExtras.ts'
import { refuseWith, respondSuccess } from './respondSuccess.ts'
import { withPerson } from './withPerson.ts'

/** Marks messages as read by an agent, which counts for all agents. @see Whatomate, "Messages", "Contacts" */
export const readMarks: Route[] = [
  defineRoute({
    endpoint: whatomate.markMessageRead,
    description: 'Only with the quirk docs2025.',
    async handle(call) {
      if (!call.account.quirks.isOn('whatomate.docs2025')) return call.refuse(refuseWith(501, 'Not implemented yet'))
      const { store } = call.account
      const messageId = call.context.req.param('id') ?? ''
      if (!(await getMessage(store.database, messageId))) return call.refuse(refuseWith(404, 'Message not found'))
      await saveExtras(store.database, { messageId, readAt: store.clock.now() })
      return respondSuccess(call, null)
    },
  }),
  defineRoute({
    endpoint: whatomate.markContactRead,
    async handle(call) {
      if (call.account.quirks.isOn('whatomate.noMarkRead'))
        return call.context.json(
          { status: 'error', message: 'Route not found', data: null, error_type: 'GeneralException' },
          404,
        )
      return withPerson(call, async ({ phone }) => {
        await markReadByAgents(call.account.store, phone)
        return respondSuccess(call, { status: 'ok' })
      })
    },
  }),
]
