import { expect, it } from 'vitest'
import { readError } from '../../web/inspector/requests/readError.ts'

it.each([
  [{ error: { code: 'CHANNEL_NOT_FOUND', description: 'None.' } }, 'CHANNEL_NOT_FOUND: None.'],
  [{ status: 400, error: 'INVALID_DATA', description: 'Wrong.' }, 'INVALID_DATA: Wrong.'],
  [{ statusCode: 400, error: 'Bad Request', message: ['one', 'two'] }, 'Bad Request: one; two'],
  [{ errors: [{ code: 'X', message: 'Y' }] }, 'X: Y'],
  [{ status: 'error', message: 'Not found' }, 'Not found'],
  ['Too large', 'Too large'],
  [null, ''],
  [{ messageId: '1' }, ''],
])('reads the error of %j', (answer, words) => {
  expect(readError(answer)).toBe(words)
})
