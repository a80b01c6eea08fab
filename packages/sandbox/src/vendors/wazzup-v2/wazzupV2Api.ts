import { explainUnauthorized, unknownKey } from '../../server/routes/explainUnauthorized.ts'
import type { VendorApi } from '../../server/routes/vendorApi.ts'
import { authenticate } from './authenticate.ts'
import { channels } from './channels.ts'
import { contacts } from './contacts.ts'
import { deals } from './deals.ts'
import { iframe } from './iframe.ts'
import { messages } from './messages.ts'
import { notJson, refuseBody, refuseUnknown } from './refuseBody.ts'
import { respondV2Error } from './respondV2Error.ts'
import { users } from './users.ts'
import { webhooks } from './webhooks.ts'

/** Wazzup's CRM API V2. */
export const wazzupV2Api: VendorApi = {
  vendor: 'wazzup-v2',
  title: 'Wazzup CRM API V2',
  hosts: [''],
  base: '/v2',
  routes: [...iframe, ...messages, ...channels, ...webhooks, ...users, ...contacts, ...deals],
  authenticate,
  securityScheme: { type: 'http', scheme: 'basic', description: 'The plain API key: `Authorization: Basic <key>`.' },
  refuse: respondV2Error,
  unauthorized: explainUnauthorized({
    scheme: 'Basic',
    content: '<API key>',
    wrong: `${unknownKey} It is sent as it is, without base64.`,
  }),
  notJson,
  readsForms: true,
  isAbsent: ({ value, quirks }) => (value === null || value === '') && !quirks.isOn('wazzup-v2.strictNulls'),
  refuseInput: refuseBody,
  refuseUnknown,
}
