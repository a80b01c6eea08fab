import type { Route } from '../../server/routes/route.ts'
import type { VendorApi } from '../../server/routes/vendorApi.ts'
import { authenticate } from './authenticate.ts'
import { cannedResponses } from './cannedResponses.ts'
import { contacts } from './contacts.ts'
import { conversation } from './conversation.ts'
import { guard } from './guard.ts'
import { media } from './media.ts'
import { messages } from './messages.ts'
import { notes } from './notes.ts'
import { readMarks } from './readMarks.ts'
import { refuseWith, respondWhatomateError } from './respondSuccess.ts'
import { socketToken } from './socketToken.ts'
import { templates } from './templates.ts'
import { transfers } from './transfers.ts'
import { webhooks } from './webhooks.ts'

/** Operations missing in builds of 2025. */
const stubs = ['whatomate.createContact', 'whatomate.updateContact', 'whatomate.deleteContact']

/** A Whatomate server. */
export const whatomateApi: VendorApi = {
  vendor: 'whatomate',
  title: 'Whatomate API',
  hosts: ['/whatomate'],
  base: '/api',
  routes: [
    ...messages,
    ...readMarks,
    ...templates,
    ...media,
    ...conversation,
    ...contacts.map((route) => (stubs.includes(route.operation) ? mayBeStub(route) : route)),
    ...notes,
    ...transfers,
    ...cannedResponses,
    ...socketToken,
    ...webhooks.map(needsPermission),
  ],
  authenticate,
  guard,
  securityScheme: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
  refuse: respondWhatomateError,
  unauthorized: refuseWith(401, 'Invalid API key'),
  notJson: refuseWith(400, 'Invalid request body'),
  refuseInput: () => refuseWith(400, 'Invalid request body'),
}

/** Refuses a route that requires a permission, if the key belongs to an agent (a quirk). */
function needsPermission(route: Route): Route {
  return {
    ...route,
    handle(call) {
      if (call.account.quirks.isOn('whatomate.agentKey'))
        return call.refuse(refuseWith(403, 'Insufficient permissions'))
      return route.handle(call)
    },
  }
}

/** Lets a route respond 501, as in builds without it (a quirk). */
function mayBeStub(route: Route): Route {
  return {
    ...route,
    handle(call) {
      if (call.account.quirks.isOn('whatomate.stubContacts')) return call.refuse(refuseWith(501, 'Not implemented yet'))
      return route.handle(call)
    },
  }
}
