import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from './parseJson.ts'

it('drops the key of a prototype, however it is written', () => {
  const spellings = ['__proto__', String.raw`\u005f_proto__`, String.raw`__pr\u006fto__`, String.raw`__proto_\u005F`]
  for (const key of spellings) {
    expect(JSON.stringify(parseJson(`{"${key}":{"a":1},"b":{"${key}":2,"c":3}}`))).toBe('{"b":{"c":3}}')
  }
})

describe('whole numbers that JavaScript would round', () => {
  it.each([
    ['9007199254740993', '9007199254740993'],
    ['-9007199254740993', '-9007199254740993'],
    ['[9007199254740993,{"a":12345678901234567890}]', ['9007199254740993', { a: '12345678901234567890' }]],
    ['"chat 9007199254740993"', 'chat 9007199254740993'],
    [String.raw`"a \" 9007199254740993"`, 'a " 9007199254740993'],
    [String.raw`["\\",9007199254740993]`, ['\\', '9007199254740993']],
    ['{"9007199254740993":1}', { '9007199254740993': 1 }],
  ])('%s keep their digits', (json, value) => {
    expect(parseJson(json)).toEqual(value)
  })

  it.each(['1234567890123456', '0.12345678901234567890', '1e300', '12345678901234567890e-4', '-1.5E+20'])(
    '%s is a number as ever',
    (json) => {
      expect(parseJson(json)).toBe(JSON.parse(json))
    },
  )

  it.each(['01234567890123456789', '[1 12345678901234567890]', '12345678901234567890"', '"12345678901234567890'])(
    '%s stays invalid',
    (json) => {
      expect(parseJson(json)).toBeUndefined()
    },
  )

  it('change nothing in any other JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        fc.pre(!/(^|[[:,])-?\d{16,}/.test(json)) // The next property has such numbers.
        const value: unknown = JSON.parse(json, (key, inner) => (key === '__proto__' ? undefined : inner))
        expect(parseJson(json)).toEqual(value)
      }),
    )
    fc.assert(
      fc.property(fc.string(), fc.bigInt(), (text, id) => {
        const read = parseJson(`{"text":${JSON.stringify(text)},"id":${id},"more":[${id}]}`)
        const value = Number.isSafeInteger(Number(id)) ? Number(id) : String(id)
        expect(read).toEqual({ text, id: value, more: [value] })
      }),
    )
  })

  it('are found in linear time in a large hostile body', () => {
    expect(parseJson(`"${String.raw`\"`.repeat(300_000)}1234567890123456`)).toBeUndefined()
    expect(parseJson('1234567890123456'.repeat(200_000))).toHaveLength(3_200_000)
  })
})

it('skips a byte order mark', () => {
  expect(parseJson('\ufeff[1]')).toEqual([1])
  expect(parseJson('\ufeff\ufeff[1]')).toBeUndefined()
})
