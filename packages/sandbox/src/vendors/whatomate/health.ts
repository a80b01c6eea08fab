import { whatomateApp } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { respondSuccess } from './respondSuccess.ts'

/** Checks for load balancers, which need no session. @see Whatomate, "Health" */
export const health: Route[] = [
  defineRoute({
    endpoint: whatomateApp.checkHealth,
    authenticate: ({ accounts }) => accounts.default,
    handle: (call) => respondSuccess(call, { status: 'ok', service: 'whatomate' }),
  }),
  defineRoute({
    endpoint: whatomateApp.checkReadiness,
    authenticate: ({ accounts }) => accounts.default,
    handle: (call) => respondSuccess(call, { status: 'ready' }),
  }),
]
