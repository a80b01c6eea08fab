import { expect, test } from 'vitest'
import { ChatError } from '../../ChatError.ts'
import { toFailure } from './toFailure.ts'

test.each([
  ['network', true],
  ['invalid_answer', true],
  ['outcome_unknown', true],
  ['upstream_refused', false],
  ['rate_limited', false],
] as const)('%s leaves it unconfirmed whether it was carried out: %s', (code, unconfirmed) => {
  expect(toFailure(new ChatError({ code, message: 'Failed.', retryable: true })).unconfirmed).toBe(unconfirmed)
})
