import { parseWhatomateWebhook } from '@crm-chat/vendors/webhooks'
import { expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import type { QuirkName } from '../../../src/server/quirks/createQuirks.ts'
import { ann } from '../../fixtures/people.ts'
import { startReceiver } from '../../startReceiver.ts'
import { createWhatomateClient, whatomateKey } from '../../whatomateClient.ts'
import { callPublic, callWithToken, password, signIn } from '../../whatomateSession.ts'
import type { QuirkProof } from '../quirkProof.ts'

import { get, read, text } from './meetAnn.ts'

async function registerWebhook(sandbox: Sandbox, fields: object = {}): Promise<unknown> {
  const { url } = await startReceiver()
  return get(sandbox, 'POST /api/webhooks', { name: 'CRM', url, events: ['message.incoming'], ...fields })
}

async function askOften(sandbox: Sandbox, count: number): Promise<Response> {
  sandbox.clock.setMode({ mode: 'frozen' })
  const ask = () => fetch(`${sandbox.url}/whatomate/api/templates`, { headers: { 'x-api-key': whatomateKey } })
  for (let asked = 1; asked < count; asked++) await (await ask()).text()
  return ask()
}

const readLimit = (response: Response) => [
  response.status,
  ...['retry-after', 'x-ratelimit-limit', 'x-ratelimit-remaining'].map((name) => response.headers.get(name)),
]

/** Proofs of the quirks of Whatomate's limits and webhooks. */
export const serverProofs = {
  'whatomate.rateLimit': {
    observe: async (sandbox) => readLimit(await askOften(sandbox, 201)),
    off: [200, null, null, null],
    on: [429, '60', null, null],
  },
  'whatomate.rateLimitHeaders': {
    observe: async (sandbox) => readLimit(await askOften(sandbox, 101)),
    off: [200, null, null, null],
    on: [429, null, '100', '0'],
  },
  'whatomate.bodyTokens': {
    observe: async (sandbox) => {
      const answer = await callPublic(sandbox, 'POST /api/auth/login', { email: 'admin@example.com', password })
      const token = String(read(answer.json, 'data', 'access_token'))
      const me = await callWithToken(sandbox, 'GET /api/me', token)
      return [answer.headers.getSetCookie().length, me.status, read(me.json, 'data', 'role')]
    },
    off: [3, 401, undefined],
    on: [0, 200, 'admin'],
  },
  'whatomate.tokensOutliveLogout': {
    observe: async (sandbox) => {
      const { access } = await signIn(sandbox)
      await callWithToken(sandbox, 'POST /api/auth/logout', access)
      return (await callWithToken(sandbox, 'GET /api/me', access)).status
    },
    off: 401,
    on: 200,
  },
  'whatomate.bareResponses': {
    observe: async (sandbox) => get(sandbox, 'GET /api/auth/sso/providers'),
    off: { status: 'success', data: [] },
    on: [],
  },
  'whatomate.smallBodies': {
    observe: async (sandbox) => {
      const response = await fetch(`${sandbox.url}/whatomate/api/contacts`, {
        method: 'POST',
        headers: { 'x-api-key': whatomateKey, 'content-type': 'application/json' },
        body: JSON.stringify({ phone_number: '+919876543210', profile_name: 'x'.repeat(4 * 1024 * 1024) }),
      })
      return [response.status, response.status === 200 ? 'taken' : await response.text()]
    },
    off: [200, 'taken'],
    on: [400, 'Error when parsing request'],
  },
  'whatomate.colonEvents': {
    observe: async (sandbox) => read(await registerWebhook(sandbox), 'data', 'events'),
    off: ['message.incoming'],
    on: ['message:incoming'],
    client: async (sandbox) => {
      const receiver = await startReceiver()
      const hook = { name: 'CRM', url: receiver.url, events: ['message.incoming'], secret: 'a-secret' }
      const { events } = await createWhatomateClient(sandbox).createWebhook(hook)
      await sandbox.simulate.message({ ...ann, text })
      await expect.poll(() => receiver.calls).toHaveLength(1)
      const { headers = {}, text: body = '' } = receiver.calls[0] ?? {}
      const [event] = await parseWhatomateWebhook({ headers, body, options: { secret: 'a-secret' } })
      return [events, event?.kind]
    },
    sees: [['message.incoming'], 'message'],
  },
  'whatomate.generatedSecret': {
    observe: async (sandbox) => {
      const json = await registerWebhook(sandbox)
      const listed = await get(sandbox, 'GET /api/webhooks')
      return [read(json, 'data', 'secret'), read(listed, 'data', 'webhooks', 0, 'has_secret')]
    },
    off: [undefined, false],
    on: [expect.stringMatching(/^[0-9a-f]{32}$/), true],
    client: async (sandbox) => {
      const { url } = await startReceiver()
      const hook = { name: 'CRM', url, events: ['message.incoming'], secret: 'a-secret' }
      const webhook = await createWhatomateClient(sandbox).createWebhook(hook)
      return [webhook.has_secret, webhook.secret]
    },
    sees: [true, undefined],
  },
} satisfies Partial<Record<QuirkName, QuirkProof>>
