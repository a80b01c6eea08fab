import * as fc from 'fast-check'
import { vendorApis } from '../../src/emulatedVendors.ts'
import type { Sandbox } from '../../src/index.ts'

/** A random request. */
export interface FuzzRequest {
  method: string
  path: string
  headers: Record<string, string>
  body: string | undefined
}

const names = [
  ...[
    'chatType',
    'chatId',
    'channelId',
    'text',
    'content',
    'contentUri',
    'user',
    'scope',
    'filter',
    'activeChat',
    'id',
  ],
  ...['name', 'chats', 'contactData', 'phone', 'crmMessageId', 'refMessageId', 'buttonsObject', 'templateId', 'users'],
  ...['recipient', 'chat_type', 'chat_id', 'channel_id', 'transport', 'attachment', 'user_id', 'url', 'events', 'data'],
  ...['webhooksUri', 'subscriptions', 'type', 'template_name', 'phone_number', 'interactive', 'contacts', 'deals'],
  ...['__proto__', 'constructor', 'toString', 'length'],
]
const values = [
  ...['whatsapp', 'telegram', 'vk', 'wapi', 'tgapi', '79998887766', '3376e1c3-26a6-478b-b964-72bf01cc22cb', 'global'],
  ...['card', 'text', '', ' ', '\u0000', '\ud800', '=1+1', '7', 'https://example.com/a.png', 'x'.repeat(20_000)],
]

/** Any JSON value, mostly with words that the APIs know. */
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<unknown>(...values, null, true, 0, -1, 1e308, 2 ** 53),
    fc.string(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 8 }),
  ),
})).value

const body = fc.oneof(
  { weight: 8, arbitrary: json.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string() },
  { weight: 1, arbitrary: fc.constantFrom('', '{', '[]', 'null', '{"a":', `[${'['.repeat(2_000)}`) },
)
const segment = fc.oneof(
  fc.constantFrom('1', '%00', '%ff', '..', 'x'.repeat(300), '3376e1c3-26a6-478b-b964-72bf01cc22cb'),
  fc.uuid(),
)
const query = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc
      .dictionary(
        fc.constantFrom('offset', 'limit', 'page', 'orderBy', 'before_id', 'search', 'expand', '%'),
        fc.string(),
      )
      .map((fields) => `?${new URLSearchParams(fields)}`),
  },
)

const routes = vendorApis.flatMap(({ vendor, hosts, routes: declared }) =>
  hosts.flatMap((host) => declared.map(({ method, path }) => ({ vendor, method, path: host + path }))),
)

/** Generates requests to all routes, most with the right key. The same seed gives the same requests. */
export function createRequests({
  sandbox,
  seed,
  count,
}: {
  sandbox: Sandbox
  seed: number
  count: number
}): FuzzRequest[] {
  const { apiKey, whatomateKey } = sandbox
  const keys: Record<string, Record<string, string>> = {
    'wazzup-v2': { authorization: `Basic ${apiKey}` },
    'wazzup-v3': { authorization: `Bearer ${apiKey}` },
    'wazzup-tech': { authorization: `Bearer ${apiKey}` },
    whatomate: { 'x-api-key': whatomateKey },
  }
  const type = fc.constantFrom(
    'application/json',
    'application/json',
    'application/json',
    'text/plain',
    'multipart/form-data',
  )
  const request = fc
    .record({
      route: fc.constantFrom(...routes),
      segments: fc.array(segment, { minLength: 3, maxLength: 3 }),
      query,
      body,
      type,
      hasKey: fc.integer({ min: 0, max: 20 }).map((value) => value > 0),
    })
    .map(({ route, segments, hasKey, ...parts }) => {
      const rest = [...segments]
      const path = route.path.replaceAll(/:\w+(\{[^}]*\})?/g, () => rest.shift() ?? '1')
      return {
        method: route.method,
        path: path + parts.query,
        headers: { 'content-type': parts.type, ...(hasKey ? keys[route.vendor] : {}) },
        body: route.method === 'GET' ? undefined : parts.body,
      }
    })
  return fc.sample(request, { seed, numRuns: count })
}
