import { whatomate, whatomateApp } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { refuseWith, respondSuccess } from './respondSuccess.ts'
import { isUuid } from './withPerson.ts'

/** Prepared replies of agents. @see Whatomate, "Canned responses" */
export const cannedResponses: Route[] = [
  defineRoute({
    endpoint: whatomate.listCannedResponses,
    async handle(call) {
      return respondSuccess(call, { canned_responses: responses, total: responses.length, page: 1, limit: 50 })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.countCannedResponseUse,
    handle(call) {
      if (!isUuid(call.context.req.param('id') ?? '')) return call.refuse(refuseWith(400, 'Invalid canned response ID'))
      return respondSuccess(call, { message: 'Usage incremented' }) // The server confirms unknown ids too.
    },
  }),
]

const responses = [
  { name: 'Greeting', shortcut: 'hi', content: 'Hello, how can we help?', category: 'greeting' },
  { name: 'Opening hours', shortcut: 'hours', content: 'We are here Monday to Friday, 9 to 18.', category: 'support' },
  { name: 'Goodbye', shortcut: 'bye', content: 'Thank you for writing to us.', category: 'closing' },
].map((response, index) => ({
  id: `4d2c9b8a-000${index + 1}-4f3e-8a6b-1c2d3e4f5a6b`,
  ...response,
  is_active: true,
  usage_count: 0,
}))
