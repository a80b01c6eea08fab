import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { startVendor, type VendorAnswer } from '../../test/startVendor.ts'
import { createHttp } from './createHttp.ts'
import { sendRequest } from './sendRequest.ts'

const key = 'CANARY-0123456789/abc+def'
const link = 'https://new1.wazzup24.com/chat/?token=LINKTOKEN.abc'

const answers: [name: string, answer: VendorAnswer][] = [
  ['in a description', { status: 400, json: { error: 'BAD', description: `key ${key} opens ${link}` } }],
  ['as the code', { status: 400, json: { error: key } }],
  ['in data', { status: 400, json: { error: 'BAD', data: { [key]: [link, { deep: btoa(key) }] } } }],
  ['as a request id', { status: 400, json: { error: 'BAD', requestId: key } }],
  ['in the refusal of a key', { status: 401, json: { error: { code: 'NO', message: encodeURIComponent(key) } } }],
  ['in a server error', { status: 500, json: { message: [key, link] } }],
  ['in a rate limit', { status: 429, json: { message: key } }],
  ['in an answer of an unknown shape', { json: { [key]: link } }],
  ['in a redirect', { status: 302, headers: { location: link } }],
]

it.each(answers)('no error holds a key or a link, though the vendor sends one %s', async (_, answer) => {
  const vendor = await startVendor(() => answer)
  const error = await fail(vendor.url)
  expectClean(error)
})

it.each(['POST', 'GET'] as const)('no error of a %s holds a key or a link, though fetch throws one', async (method) => {
  const cause = Object.assign(new Error(`cannot reach ${link} with ${key}`), {
    code: key,
    headers: { authorization: key },
  })
  const fetch = async (): Promise<never> => {
    throw new TypeError(`fetch failed for ${key}`, { cause })
  }
  const error = await fail('http://vendor.invalid', { fetch, method })
  expectClean(error)
})

async function fail(
  baseUrl: string,
  { fetch, method = 'POST' }: { fetch?: typeof globalThis.fetch; method?: 'POST' | 'GET' } = {},
): Promise<unknown> {
  const http = createHttp({
    baseUrl,
    credential: () => ({ authorization: key }),
    secrets: () => [key],
    options: { retries: 0, ...(fetch && { fetch }) },
  })
  expect(inspect(http, { depth: 9 })).not.toContain('CANARY')
  const answer = z.strictObject({ ok: z.boolean() })
  const request = { path: '/messages', answer, ...(method === 'GET' ? { method } : { method, body: {} }) }
  return sendRequest(http, request).then(
    () => expect.unreachable('the request should fail'),
    (reason: unknown) => reason,
  )
}

function expectClean(error: unknown): void {
  expect(error).toBeInstanceOf(Error)
  const said = `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)}`
  for (const secret of [key, encodeURIComponent(key), btoa(key), 'CANARY', 'LINKTOKEN'])
    expect(said).not.toContain(secret)
}
