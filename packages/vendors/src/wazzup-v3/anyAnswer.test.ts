import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { startVendor } from '../../test/startVendor.ts'
import { VendorError } from '../errors.ts'
import * as wazzupV2 from '../wazzup-v2/index.ts'
import * as wazzupV3 from './index.ts'

const keys = [
  ['count', 'data', 'url', 'id', 'channelId', 'transport', 'state', 'counterV2', 'type', 'lastMsgDateTime', 'host'],
  ['messageId', 'webhooksUri', 'webhooksUrl', 'subscriptions', 'contactData', 'contacts', 'templateGuid', 'stages'],
  ['error', 'code', '__proto__', 'constructor'],
].flat()
const words = fc.constantFrom(null, true, 0, -1, Number.MAX_SAFE_INTEGER, '', 'null', 'red', 'https://example.com')
const json = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, words, fc.string(), fc.array(tie('any'), { maxLength: 3 }), tie('object')),
  object: fc
    .array(fc.tuple(fc.constantFrom(...keys), tie('any')), { maxLength: 6 })
    // JSON.parse, unlike an object literal, makes `__proto__` an own key, as it is on the wire.
    .map((entries) =>
      JSON.parse(`{${entries.map((pair) => pair.map((part) => JSON.stringify(part)).join(':')).join(',')}}`),
    ),
})).any

describe('whatever the vendor answers', () => {
  it.each([
    ['V2', Object.values(wazzupV2)],
    ['v3', Object.values(wazzupV3)],
  ])('is read or not, and breaks no reader of %s', (_, exported) => {
    const schemas = exported.filter((value) => value instanceof z.ZodType)
    expect(schemas.length).toBeGreaterThan(25)
    fc.assert(
      fc.property(fc.constantFrom(...schemas), json, (schema, answer) => {
        expect(schema.safeParse(answer).success).toBeTypeOf('boolean')
        expect(Object({}).polluted).toBeUndefined()
      }),
      { numRuns: 700 },
    )
  })

  it('ends in a value or in an error of ours', async () => {
    let answer = { status: 200, text: '' }
    const { url } = await startVendor(() => answer)
    const options = { apiKey: 'k', baseUrl: url, retries: 0 }
    const [v2, v3] = [wazzupV2.createWazzupV2(options), wazzupV3.createWazzupV3(options)]
    const calls: (() => Promise<unknown>)[] = [
      () => v2.fetchChannels(),
      () => v2.fetchWebhooks(),
      () => v2.listContacts().next(),
      () => v3.fetchUnanswered('7'),
      () => v3.fetchWebhooks(),
      () => v3.listDeals().next(),
      () => v3.deleteUsers(['7']),
      () => v3.createIframe({ user: { id: 7 }, scope: 'global' }),
    ]
    const text = fc.oneof(
      json.map((body) => JSON.stringify(body)),
      fc.string(),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...calls), fc.constantFrom(200, 201, 400, 403, 500), text, async (...input) => {
        const [call, status, body] = input
        answer = { status, text: body }
        const result = await call().catch((error: unknown) => error)
        if (result instanceof Error) expect(result).toBeInstanceOf(VendorError)
      }),
      { numRuns: 150 },
    )
  })
})
