import { counterHostSchema } from '@crm-chat/vendors/wazzup-v3'
import { defineRoute } from '../../server/routes/route.ts'
import type { VendorApi } from '../../server/routes/vendorApi.ts'
import { wazzupV3Api } from './wazzupV3Api.ts'

/** Lookup of the v3 counter's host, at the API's own address and at that of `integrations.wazzup24.com`. */
export const wazzupV3CounterHost: VendorApi = {
  ...wazzupV3Api,
  title: 'Wazzup API v3, host of the counter',
  bases: ['/counters', '/integrations/counters'],
  routes: [
    defineRoute({
      operation: 'wazzup-v3.fetchCounterHost',
      method: 'GET',
      path: '/ws_host/api_v3/:apiKey',
      summary: 'Look up the host of the unanswered counter',
      answers: { 200: { description: 'The host, without a scheme.', schema: counterHostSchema } },
      authenticate: ({ context, accounts }) => accounts.find(context.req.param('apiKey') ?? ''),
      handle: ({ context, origin }) => context.json({ host: new URL(origin).host }),
    }),
  ],
}
