import type { VendorApi } from '../../server/routes/vendorApi.ts'
import { answerV3Error } from './answerV3Error.ts'
import { authenticate } from './authenticate.ts'
import { channels } from './channels.ts'
import { contacts } from './contacts.ts'
import { deals } from './deals.ts'
import { guardRoute } from './guardRoute.ts'
import { iframe } from './iframe.ts'
import { marketplace } from './marketplace.ts'
import { messages } from './messages.ts'
import { migration } from './migration.ts'
import { pipelines } from './pipelines.ts'
import { notJson, refuseBody, refuseUnknown } from './refuseBody.ts'
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
  refuse: answerV3Error,
  unauthorized: {
    status: 401,
    code: 'UNAUTHORIZED',
    description: 'The Authorization header must be "Bearer <API key>".',
  },
  notJson,
  refuseInput: refuseBody,
  refuseUnknown,
}
