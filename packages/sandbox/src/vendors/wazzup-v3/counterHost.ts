import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { unauthorized, unknownKey } from '../../server/routes/explainUnauthorized.ts'
import { defineRoute } from '../../server/routes/route.ts'
import type { VendorApi } from '../../server/routes/vendorApi.ts'
import { wazzupV3Api } from './wazzupV3Api.ts'

/** Lookup of the v3 counter's host, at the API's own host and at `integrations.wazzup24.com`. */
export const wazzupV3CounterHost: VendorApi = {
  ...wazzupV3Api,
  title: 'Wazzup API v3, host of the counter',
  hosts: ['', '/integrations'],
  base: '/counters',
  routes: [
    defineRoute({
      endpoint: wazzupV3.fetchCounterHost,
      authenticate: ({ context, accounts }) => accounts.find(context.req.param('apiKey') ?? ''),
      unauthorized: unauthorized(`The last part of the path is the API key. ${unknownKey}`),
      handle: ({ context, origin }) => context.json({ host: new URL(origin).host }),
    }),
  ],
}
