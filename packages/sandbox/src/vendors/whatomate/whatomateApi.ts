import type { Route } from '../../server/routes/route.ts'
import type { VendorApi } from '../../server/routes/vendorApi.ts'
import { listProblems, toSentence } from '../../store/input/listProblems.ts'
import { isPermitted } from './actor.ts'
import { analytics } from './analytics.ts'
import { authenticate, explainRefusal } from './authenticate.ts'
import { cannedResponses } from './cannedResponses.ts'
import { contacts } from './contacts.ts'
import { conversation } from './conversation.ts'
import { checkCsrf } from './cookies.ts'
import { guard } from './guard.ts'
import { health } from './health.ts'
import { me } from './me.ts'
import { media } from './media.ts'
import { messages } from './messages.ts'
import { notes } from './notes.ts'
import { organizations } from './organizations.ts'
import { readMarks } from './readMarks.ts'
import { forbidden, refuseWith, respondWhatomateError } from './respondSuccess.ts'
import { session } from './session.ts'
import { socketToken } from './socketToken.ts'
import { staff } from './staff.ts'
import { tags } from './tags.ts'
import { templates } from './templates.ts'
import { transferChanges } from './transferChanges.ts'
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
    ...transferChanges,
    ...cannedResponses,
    ...socketToken,
    ...webhooks.map(needsPermission),
    ...session,
    ...me,
    ...organizations,
    ...staff,
    ...tags,
    ...analytics,
    ...health,
  ].map((route) => ({ ...route, admit: checkCsrf })),
  authenticate,
  guard,
  securityScheme: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
  refuse: respondWhatomateError,
  unauthorized: explainRefusal,
  notJson: refuseWith(400, 'Invalid request body'),
  refuseInput(error) {
    const problems = listProblems(error)
      .map((problem) => toSentence({ ...problem, whole: 'it' }))
      .join('; ')
    return refuseWith(400, `Invalid request body: ${problems.slice(0, 2_000)}`)
  },
}

/** Refuses a route of webhooks to users without the permission. */
function needsPermission(route: Route): Route {
  return {
    ...route,
    handle(call) {
      if (!isPermitted(call, 'webhooks:write')) return call.refuse(forbidden)
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
