import { explainUnauthorized, unknownKey } from '../../server/routes/explainUnauthorized.ts'
import type { Route } from '../../server/routes/route.ts'
import type { VendorApi } from '../../server/routes/vendorApi.ts'
import { authenticate, hasSidecarKey } from './authenticate.ts'
import { channels } from './channels.ts'
import { contacts } from './contacts.ts'
import { deals } from './deals.ts'
import { iframe } from './iframe.ts'
import { marketplace } from './marketplace.ts'
import { messages } from './messages.ts'
import { migration } from './migration.ts'
import { pipelines } from './pipelines.ts'
import { notJson, refuseBody, refuseUnknown } from './refuseBody.ts'
import { respondV3Error } from './respondV3Error.ts'
import { templates } from './templates.ts'
import { unanswered } from './unanswered.ts'
import { users } from './users.ts'
import { webhooks } from './webhooks.ts'

/** Routes that a sidecar key gives access to. */
const forSidecar = [...channels, ...messages, ...webhooks, ...templates]
const forOwner = [...iframe, ...unanswered, ...users, ...contacts, ...deals, ...pipelines, ...marketplace, ...migration]

/** Wazzup's API v3. */
export const wazzupV3Api: VendorApi = {
  vendor: 'wazzup-v3',
  title: 'Wazzup API v3',
  hosts: [''],
  base: '/v3',
  routes: [
    ...forSidecar.map((route) => guardRoute({ route, sidecar: true })),
    ...forOwner.map((route) => guardRoute({ route, sidecar: false })),
  ],
  authenticate,
  securityScheme: { type: 'http', scheme: 'bearer', description: 'The API key: `Authorization: Bearer <key>`.' },
  refuse: respondV3Error,
  unauthorized: explainUnauthorized({ scheme: 'Bearer', content: '<API key>', wrong: unknownKey }),
  notJson,
  readsForms: true,
  isAbsent: ({ value, quirks }) => (value === null || value === '') && !quirks.isOn('wazzup-v3.strictNulls'),
  refuseInput: refuseBody,
  refuseUnknown,
}

/** Refuses sidecar keys where they have no access and, with a quirk, paths with a trailing slash. */
function guardRoute({ route, sidecar }: { route: Route; sidecar: boolean }): Route {
  return {
    ...route,
    admit({ context, account }) {
      if (!sidecar && hasSidecarKey(context))
        return { status: 403, code: 'FORBIDDEN', description: 'A sidecar key has no access to this route.' }
      if (new URL(context.req.url).pathname.endsWith('/') && account.quirks.isOn('wazzup-v3.strictSlashes'))
        return { status: 404, code: 'NOT_FOUND', description: 'There is no such route.' }
      return route.admit?.({ context, account })
    },
  }
}
