import { expect, it } from 'vitest'
import { describeError } from './describeError.ts'

function withCode(code: string, options?: ErrorOptions): Error {
  return Object.assign(new Error(code.toLowerCase(), options), { code })
}

it.each([
  ['a name and a message', new TypeError('no'), 'TypeError: no'],
  [
    'the code of its cause',
    new TypeError('fetch failed', { cause: withCode('ENOTFOUND') }),
    'TypeError: fetch failed [ENOTFOUND]',
  ],
  [
    'the codes of all attempts, each once',
    new TypeError('fetch failed', {
      cause: new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED'), withCode('ETIMEDOUT')]),
    }),
    'TypeError: fetch failed [ECONNREFUSED, ETIMEDOUT]',
  ],
  [
    'the code of a certificate',
    new Error('no', { cause: new Error('x', { cause: withCode('CERT_HAS_EXPIRED') }) }),
    'Error: no [CERT_HAS_EXPIRED]',
  ],
  ['no code that is a text', Object.assign(new Error('no'), { code: 'a secret' }), 'Error: no'],
  ['anything else', 'a secret', 'a string was thrown'],
])('describes an error by %s', (_, error, expected) => {
  expect(describeError(error)).toBe(expected)
})

it('survives errors that throw when they are read, and circles', () => {
  const hostile = new Error('no')
  Object.defineProperty(hostile, 'message', {
    get: () => {
      throw new Error('again')
    },
  })
  expect(describeError(hostile)).toBe('an error that cannot be read was thrown')
  const circle = new Error('round')
  circle.cause = circle
  expect(describeError(circle)).toBe('Error: round')
})
