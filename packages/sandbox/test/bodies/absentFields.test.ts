import { describe, expect, it } from 'vitest'
import { emulatedVendors } from '../../src/emulatedVendors.ts'
import type { Sandbox } from '../../src/index.ts'
import type { Route } from '../../src/server/routes/route.ts'
import { callSandbox } from '../callSandbox.ts'
import { startSandbox } from '../startSandbox.ts'
import { findPlaces, listOptionalFields, withField } from './optionalFields.ts'
import { wazzupBodies } from './wazzupBodies.ts'

const partner = `Basic ${Buffer.from('partner@example.com:sandbox_partner').toString('base64')}`

/** Authorization of each API. */
const keys: Record<string, (sandbox: Sandbox) => string> = {
  'wazzup-v2': ({ apiKey }) => `Basic ${apiKey}`,
  'wazzup-v3': ({ apiKey }) => `Bearer ${apiKey}`,
  'wazzup-tech': ({ apiKey }) => `Bearer ${apiKey}`,
}
const forPartners = ['wazzup-tech.requestTokens', 'wazzup-tech.createAccount']

const routes = emulatedVendors.flatMap(({ vendor, apis }) =>
  apis.flatMap(({ hosts, routes: declared }) =>
    declared.flatMap((route) => (route.body && vendor in keys ? [{ vendor, route, host: hosts[0] ?? '' }] : [])),
  ),
)

type Target = (typeof routes)[number]

/** Sends a body. What differs from call to call, such as ids, is left out of the result. */
async function send(sandbox: Sandbox, { vendor, route, host }: Target, body: unknown): Promise<unknown> {
  const path = host + route.path.replaceAll(/:\w+/g, 'none')
  const authorization = forPartners.includes(route.operation) ? partner : (keys[vendor]?.(sandbox) ?? '')
  const { status, text } = await callSandbox(sandbox, `${route.method} ${path}`, { body, headers: { authorization } })
  sandbox.clock.advance(61_000) // A crmMessageId can be used again.
  return { status, text: text.replaceAll(/[0-9a-f-]{32,36}|eyJ[\w.-]+|"\d{8}"|\d{8,10}/g, '…') }
}

/** Each optional field of a route, in the bodies that have it. */
function listVariants({ operation, body: schema }: Route) {
  if (!schema) return []
  return listOptionalFields(schema).map((field) => ({
    field: field.join('.'),
    variants: (wazzupBodies[operation] ?? []).flatMap((body) =>
      findPlaces(body, field).map((place) => ({ body, place })),
    ),
  }))
}

/** Sends each optional field of an API's requests with a value that counts as absent, and without it. */
async function compare({ vendor, absent, except = [] }: { vendor: string; absent: unknown; except?: string[] }) {
  const sandbox = await startSandbox({ limit: false, clock: { mode: 'frozen', at: 1_800_000_000_000 } })
  const cases = routes
    .filter((target) => target.vendor === vendor)
    .flatMap((target) =>
      listVariants(target.route).flatMap(({ field, variants }) =>
        variants.map((variant) => ({ target, field: `${target.route.operation} ${field}`, ...variant })),
      ),
    )
    .filter(({ field }) => !except.includes(field))
  const different: unknown[] = []
  for (const { target, field, body, place } of cases) {
    const missing = await send(sandbox, target, withField(body, place, undefined))
    const given = await send(sandbox, target, withField(body, place, absent))
    if (JSON.stringify(given) !== JSON.stringify(missing)) different.push({ field, missing, given })
  }
  return { different, compared: cases.length }
}

describe('an optional field of Wazzup’s APIs', () => {
  it('is in an example of its request', () => {
    const missing = routes.flatMap(({ route }) =>
      listVariants(route).flatMap(({ field, variants }) =>
        variants.length === 0 ? [`${route.operation} ${field}`] : [],
      ),
    )
    expect(missing).toEqual([])
    expect(routes.map(({ route }) => route.operation).filter((operation) => !wazzupBodies[operation])).toEqual([])
  })

  it.each(Object.keys(keys))('of %s has the same effect as null as when it is missing', async (vendor) => {
    const { different, compared } = await compare({ vendor, absent: null })
    expect(different).toEqual([])
    expect(compared).toBeGreaterThan(7)
  })

  it.each(['wazzup-v2', 'wazzup-v3'])('of %s has the same effect empty as when it is missing', async (vendor) => {
    const { different, compared } = await compare({ vendor, absent: '', except: takesEmpty })
    expect(different).toEqual([])
    expect(compared).toBeGreaterThan(7)
  })

  it('keeps a null that means something: it ends the webhooks of API V2', async () => {
    const sandbox = await startSandbox()
    const answer = await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url: null } })
    expect(answer).toMatchObject({ status: 200, json: { webhooksUrl: null } })
    expect((await callSandbox(sandbox, 'PUT /v2/webhooks', { body: {} })).status).toBe(400)
  })
})

/** An empty text has a code of its own here. */
const takesEmpty = [
  'wazzup-v2.sendMessage text',
  'wazzup-v2.sendMessage content',
  'wazzup-v3.sendMessage text',
  'wazzup-v3.sendMessage contentUri',
]
