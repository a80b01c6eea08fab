import { whatomate } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getMessage } from '../../store/entities/messages.ts'
import { answerSuccess, refuseWith } from './answerSuccess.ts'
import { markReadByStaff, saveExtras } from './messageExtras.ts'
import { withPerson } from './withPerson.ts'

/** That somebody of the staff has read what came in: it counts for all of them. @see Whatomate, "Messages", "Contacts" */
export const readMarks: Route[] = [
  defineRoute({
    endpoint: whatomate.markMessageRead,
    description: 'Never, but with the quirk docs2025.',
    async handle(call) {
      if (!call.account.quirks.isOn('whatomate.docs2025')) return call.refuse(refuseWith(501, 'Not implemented yet'))
      const { store } = call.account
      const messageId = call.context.req.param('id') ?? ''
      if (!(await getMessage(store.database, messageId))) return call.refuse(refuseWith(404, 'Message not found'))
      await saveExtras(store.database, { messageId, readAt: store.clock.now() })
      return answerSuccess(call, null)
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
        await markReadByStaff(call.account.store, phone)
        return answerSuccess(call, { status: 'ok' })
      })
    },
  }),
]
