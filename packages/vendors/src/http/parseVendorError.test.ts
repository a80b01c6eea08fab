import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseVendorError } from './parseVendorError.ts'

const shapes: [name: string, body: string, code: string, description: string | undefined][] = [
  [
    'flat',
    '{"status":400,"requestId":"0a1b","error":"INVALID_MESSAGE_DATA","description":"Look at it","data":{"fields":["chatId"]}}',
    'INVALID_MESSAGE_DATA',
    'Look at it',
  ],
  ['flat, in camel case', '{"error":"repeatedCrmMessageId","description":"Twice"}', 'REPEATED_CRM_MESSAGE_ID', 'Twice'],
  ['nested', '{"error":{"code":"CHANNEL_NOT_FOUND","message":"None"}}', 'CHANNEL_NOT_FOUND', 'None'],
  ['a list of errors', '{"errors":[{"code":"INVALID","message":"Bad"},{"code":"MORE"}]}', 'INVALID', 'Bad'],
  ['a list of sentences', '{"errors":["a is bad"]}', 'A_IS_BAD', undefined],
  [
    'problem details',
    '{"title":"Bad Request","detail":"The channel is not there","status":404}',
    'UNKNOWN_ERROR',
    'The channel is not there',
  ],
  ['code only', '{"code":"SPAM"}', 'SPAM', undefined],
  [
    'a class validator',
    '{"statusCode":400,"message":["property user should not exist","user_id should not be empty"],"error":"Bad Request"}',
    'BAD_REQUEST',
    'property user should not exist; user_id should not be empty',
  ],
  [
    'an envelope with status and message',
    '{"status":"error","message":"Contact not found","data":null}',
    'UNKNOWN_ERROR',
    'Contact not found',
  ],
  [
    'an envelope with an error type',
    '{"status":"error","message":"Route not found","data":null,"error_type":"GeneralException"}',
    'GENERAL_EXCEPTION',
    'Route not found',
  ],
  ['empty', '', 'UNKNOWN_ERROR', undefined],
  ['HTML', '<html><body>502 Bad Gateway</body></html>', 'UNKNOWN_ERROR', undefined],
  ['plain text', 'Error when parsing request', 'UNKNOWN_ERROR', undefined],
  ['null', 'null', 'UNKNOWN_ERROR', undefined],
  ['cut off', '{"error":"CHANN', 'UNKNOWN_ERROR', undefined],
]

describe('every shape of an error body', () => {
  it.each(shapes)('%s', (_, body, code, description) => {
    expect(parseVendorError(body)).toMatchObject({ code, description })
  })
})

it("keeps the vendor's data and request id", () => {
  const body = JSON.stringify({
    error: 'WRONG_TRANSPORT',
    requestId: 'f00d',
    data: { transport: 'wapi', chatType: 'vk' },
  })
  expect(parseVendorError(body)).toMatchObject({ requestId: 'f00d', data: { transport: 'wapi', chatType: 'vk' } })
})

it('never throws, whatever the body is, and always names a code', () => {
  const key = fc.constantFrom('error', 'errors', 'code', 'message', 'description', 'data', '__proto__', 'constructor')
  const json = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, fc.string(), fc.integer(), fc.constant(null), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }),
  }))
  fc.assert(
    fc.property(fc.oneof(fc.string(), json.value.map(toJson)), (body) => {
      const { code } = parseVendorError(body)
      expect(code.length).toBeGreaterThan(0)
      expect(Object.getPrototypeOf({})).not.toHaveProperty('error')
    }),
    { numRuns: 300 },
  )
})

/** Writes pairs as an object by hand, so that `__proto__` stays a key. */
function toJson(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value)
  const pairs = value.every((item) => Array.isArray(item) && item.length === 2 && typeof item[0] === 'string')
  if (!pairs) return `[${value.map(toJson).join(',')}]`
  return `{${value.map(([key, item]) => `${JSON.stringify(key)}:${toJson(item)}`).join(',')}}`
}
