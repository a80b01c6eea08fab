import { explainUnauthorized } from '../../server/routes/explainUnauthorized.ts'
import type { VendorApi } from '../../server/routes/vendorApi.ts'
import { accountSettings } from './accountSettings.ts'
import { authenticate } from './authenticate.ts'
import { authorize } from './authorize.ts'
import { channelAuth } from './channelAuth.ts'
import { channels } from './channels.ts'
import { channelsLink } from './channelsLink.ts'
import { contacts } from './contacts.ts'
import { deals } from './deals.ts'
import { iframeLinks } from './iframeLinks.ts'
import { messages } from './messages.ts'
import { messagesDump } from './messagesDump.ts'
import { olderRoutes } from './olderRoutes.ts'
import { partnerAccounts } from './partnerAccounts.ts'
import { refuseUnknownFields } from './refuseUnknown.ts'
import { badRequest, refuseTechInput, respondTechError } from './techErrors.ts'
import { templates } from './templates.ts'
import { tokens } from './tokens.ts'
import { unanswered } from './unanswered.ts'
import { users } from './users.ts'
import { webhooks } from './webhooks.ts'

/** Wazzup's tech (partner) API. */
export const wazzupTechApi: VendorApi = {
  vendor: 'wazzup-tech',
  title: 'Wazzup tech API V2',
  hosts: ['/tech'],
  base: '/v2',
  routes: [
    ...messages,
    ...messagesDump,
    ...channels,
    ...channelAuth,
    ...iframeLinks,
    ...channelsLink,
    ...unanswered,
    ...webhooks,
    ...users,
    ...contacts,
    ...deals,
    ...accountSettings,
    ...templates,
    ...authorize,
    ...tokens,
    ...partnerAccounts,
  ].map(refuseUnknownFields),
  olderRoutes,
  authenticate,
  securityScheme: { type: 'http', scheme: 'bearer', description: "The customer's client_access_token." },
  refuse: respondTechError,
  unauthorized: explainUnauthorized({
    scheme: 'Bearer',
    content: '<client_access_token>',
    wrong:
      "The client_access_token is unknown to the sandbox or has expired. An account's API key works as a token too.",
  }),
  notJson: badRequest('The body must be JSON.'),
  readsForms: true,
  isAbsent: ({ value, quirks }) => value === null && !quirks.isOn('wazzup-tech.strictNulls'),
  refuseInput: refuseTechInput,
}
