import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { startVendor } from '../../test/startVendor.ts'
import { VendorError } from '../errors.ts'
import * as wazzupTech from './index.ts'

const schemas = Object.values(wazzupTech).filter((value) => value instanceof z.ZodType)
const ids = ['data', 'link', 'url', 'id', 'channel_id', 'transport', 'counter', 'type', 'users', 'status', 'reason']
const words = fc.constantFrom(null, true, 0, -1, Number.MAX_SAFE_INTEGER, '', 'null', 'red', 'https://example.com')
const json = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.string(),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...ids), fc.string()), tie('any'), { maxKeys: 6 }),
  ),
})).any

describe('whatever the vendor answers', () => {
  it('is read or not, and breaks no reader', () => {
    expect(schemas.length).toBeGreaterThan(40)
    fc.assert(
      fc.property(fc.constantFrom(...schemas), json, (schema, answer) => {
        expect(schema.safeParse(answer).success).toBeTypeOf('boolean')
      }),
      { numRuns: 1_000 },
    )
  })

  it('ends in a value or in an error of ours', async () => {
    let text = ''
    const { url } = await startVendor(() => ({ status: text.length % 5 === 0 ? 400 : 200, text }))
    const wazzup = wazzupTech.createWazzupTech({ accessToken: 't', baseUrl: url, retries: 0 })
    const calls = [
      () => wazzup.fetchChannels(),
      () => wazzup.fetchUnanswered({ user_id: '7' }),
      () => wazzup.createChatsLink({ user_id: '7', scope: 'global' }),
      () => wazzup.listUsers().next(),
    ]
    const body = fc.oneof(
      json.map((answer) => JSON.stringify(answer)),
      fc.string(),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...calls), body, async (call, answer) => {
        text = answer
        const result: unknown = await call().catch((error: unknown) => error)
        if (result instanceof Error) expect(result).toBeInstanceOf(VendorError)
      }),
      { numRuns: 100 },
    )
  })
})
