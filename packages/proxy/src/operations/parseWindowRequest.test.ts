import { chatTypes, windowRequestSchema } from '@crm-chat/protocol'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWindowRequest, parseWindowRequest } from './parseWindowRequest.ts'

const long = ['x'.repeat(200), 'x'.repeat(201), '\u{1f600}'.repeat(100), '\u{1f600}'.repeat(101)]
const text = mostly<unknown>(
  fc.constantFrom('a', '79998887766'),
  fc.oneof(fc.constantFrom('', ...long), fc.string(), fc.jsonValue()),
)
const type = mostly<unknown>(
  fc.constantFrom<unknown>(...chatTypes),
  fc.oneof(fc.constantFrom('icq', 'constructor'), fc.jsonValue()),
)
const both = { chatType: type, chatId: text }
const chat = mostly<unknown>(
  fc.record(both),
  fc.oneof(fc.record({ ...both, name: text }), fc.record({ ...both, name: text }, { requiredKeys: [] })),
)
const odd = fc.oneof(fc.jsonValue(), fc.constant({}), fc.constant([]))
const chats = fc.oneof(
  { weight: 12, arbitrary: fc.array(chat, { minLength: 1, maxLength: 2 }) },
  fc.constantFrom(
    Array.from({ length: 100 }, () => ({ chatType: 'vk', chatId: '1' })),
    Array.from({ length: 101 }, () => ({ chatType: 'vk', chatId: '1' })),
  ),
  odd,
)
const known = fc.record(
  {
    scope: fc.oneof({ weight: 20, arbitrary: fc.constantFrom('global', 'card') }, odd),
    chats,
    activeChat: fc.oneof({ weight: 12, arbitrary: chat }, odd),
  },
  { requiredKeys: ['scope'] },
)
const names = fc.constantFrom('__proto__', 'constructor', 'user', 'toString', 'name', 'chat')
/** JSON texts of bodies that are almost right, or right, with an unknown field in some. */
const bodies = fc
  .tuple(
    fc.oneof({ weight: 40, arbitrary: known }, odd),
    mostly<[string, unknown] | null>(fc.constant(null), fc.tuple(names, fc.jsonValue())),
  )
  .map(([body, extra]) => {
    const json = JSON.stringify(body)
    if (!extra || !/^\{./.test(json) || json === '{}') return json
    return `{${JSON.stringify(extra[0])}:${JSON.stringify(extra[1])},${json.slice(1)}`
  })

/** One of these, seldom one of those. */
function mostly<Value>(usual: fc.Arbitrary<Value>, rare: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: rare })
}

it('recognizes only what the schema accepts, and makes the same of it', () => {
  const seen = { valid: 0, invalid: 0, recognized: 0 }
  fc.assert(
    fc.property(bodies, (json) => {
      const expected = windowRequestSchema.safeParse(JSON.parse(json))
      const isRecognized = isWindowRequest(JSON.parse(json))
      seen[expected.success ? 'valid' : 'invalid'] += 1
      if (isRecognized) seen.recognized += 1
      if (expected.success) expect(parseWindowRequest(JSON.parse(json))).toEqual(expected.data)
      else expect(isRecognized).toBe(false)
    }),
    { numRuns: 2_000 },
  )
  expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(50)
  expect(seen.recognized).toBeGreaterThan(seen.valid * 0.8)
})

it.each([
  [{ scope: 'global', chats: [] }, 'unknown field "chats"'],
  [{ scope: 'card', chats: [] }, 'chats: must have at least 1'],
  [{ scope: 'card', chats: [{ chatType: 'icq', chatId: '1' }] }, 'chats.0.chatType: must be one of'],
])('explains why %j is invalid', (body, problem) => {
  expect(() => parseWindowRequest(body)).toThrow(problem)
})
