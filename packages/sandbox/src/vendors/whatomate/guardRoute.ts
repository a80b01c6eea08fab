import type { Route } from '../../server/routes/route.ts'
import { refuseWith } from './answerSuccess.ts'

/** Keeps a key out of what the agent who made it may not do, while the quirk for it is on. */
export function needsPermission(route: Route): Route {
  return {
    ...route,
    handle(call) {
      if (call.account.quirks.isOn('whatomate.agentKey'))
        return call.refuse(refuseWith(403, 'Insufficient permissions'))
      return route.handle(call)
    },
  }
}

/** Has a route do nothing, as in builds in which it was not written yet, while the quirk for it is on. */
export function mayBeStub(route: Route): Route {
  return {
    ...route,
    handle(call) {
      if (call.account.quirks.isOn('whatomate.stubContacts')) return call.refuse(refuseWith(501, 'Not implemented yet'))
      return route.handle(call)
    },
  }
}
