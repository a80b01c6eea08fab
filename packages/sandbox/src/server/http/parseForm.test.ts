import { describe, expect, it } from 'vitest'
import { parseForm } from './parseForm.ts'

describe('parseForm', () => {
  it.each([
    ['chatId=7&text=Hello+Ann%21', { chatId: '7', text: 'Hello Ann!' }],
    ['filter%5B0%5D%5BchatId%5D=7&filter%5B0%5D%5Bname%5D=', { filter: [{ chatId: '7', name: '' }] }],
    ['tags[]=a&tags[]=b', { tags: ['a', 'b'] }],
    [
      '0[id]=7&0[name]=Kate&1[id]=8&1[name]=Max',
      [
        { id: '7', name: 'Kate' },
        { id: '8', name: 'Max' },
      ],
    ],
    ['list[1]=b', { list: { 1: 'b' } }],
    ['a=1&a=2', { a: '2' }],
    ['a[b]=1&a=2', { a: '2' }],
    ['a=2&a[b]=1', { a: { b: '1' } }],
    ['a[b=1', { 'a[b': '1' }],
    ['__proto__[polluted]=1', JSON.parse('{"__proto__": {"polluted": "1"}}')],
  ])('reads %s', (text, value) => {
    expect(parseForm(text)).toEqual(value)
    expect({}).not.toHaveProperty('polluted')
  })

  it.each([
    ['a text without fields', '[object Object]'],
    ['nothing', ''],
    ['a field without a name', '=1'],
    ['a list without a name', '[]=1'],
    ['too many fields', 'a=1&'.repeat(10_001)],
    ['fields that are too deep', `a${'[a]'.repeat(100_000)}=1`],
  ])('refuses %s', (_, text) => {
    expect(parseForm(text)).toBeUndefined()
  })
})
