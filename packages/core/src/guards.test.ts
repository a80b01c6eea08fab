import { unansweredSchema } from '@crm-chat/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { parseTabMessage } from './tabs/tabMessage.ts'
import { parseNotify } from './transports/socketIo.ts'

const at = '2026-01-02T03:04:05.000Z'
const number = fc.oneof(
  fc.nat(),
  fc.constantFrom(-1, 1.5, 2 ** 53, 1e23, Number.NaN, Number.POSITIVE_INFINITY, '3', null),
)
const junk = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, null, '', 0, [], {}, true), number)
const value = fc.record({
  status: fc.constant('live'),
  count: number,
  tone: fc.constant('red'),
  epoch: number,
  seq: fc.nat(),
  at: fc.constant(at),
})
const event = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('value'), value, connection: number }),
  fc.record({
    kind: fc.constant('loss'),
    code: fc.oneof(fc.constant('forbidden'), number),
    retryable: fc.oneof(fc.boolean(), junk),
  }),
  junk,
)

/** Each shape that only pages send each other or that the vendor sends: the guard, a schema that says the same, and values. */
const shapes: [
  name: string,
  guard: (data: unknown) => unknown,
  schema: z.ZodMiniType,
  values: fc.Arbitrary<unknown>,
][] = [
  [
    'a message of another tab',
    parseTabMessage,
    z.union([
      z.object({ kind: z.literal('request') }),
      z.object({
        kind: z.literal('update'),
        lead: z.number(),
        event: z.nullable(
          z.union([
            z.object({ kind: z.literal('value'), value: unansweredSchema, connection: z.number() }),
            z.object({ kind: z.literal('loss'), code: z.string(), retryable: z.boolean() }),
          ]),
        ),
      }),
    ]),
    fc.oneof(fc.record({ kind: fc.constantFrom('request', 'update', 'news'), lead: number, event }), junk),
  ],
  [
    "the vendor's notification",
    (data) => {
      const counter = parseNotify(data)
      return counter === undefined ? undefined : { counter }
    },
    z.object({ counter: z.int().check(z.minimum(0)) }),
    fc.oneof(fc.record({ counter: number, other: junk }), junk),
  ],
]

describe.each(shapes)('the guard of %s', (_, guard, schema, values) => {
  test('accepts what a schema would accept, and reads the same', () => {
    fc.assert(
      fc.property(values, (data) => {
        const { success, data: parsed } = schema.safeParse(data)
        expect(guard(data)).toEqual(success ? parsed : undefined)
      }),
      { numRuns: 500 },
    )
    expect(fc.sample(values, 500).filter((data) => schema.safeParse(data).success).length).toBeGreaterThan(20)
  })
})
