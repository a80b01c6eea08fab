import { expect, it } from 'vitest'
import { parseCsv } from './parseCsv.ts'

it.each([
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a;b;c\r\nd,e;f;g\r\n',
    [
      ['a', 'b', 'c'],
      ['d,e', 'f', 'g'],
    ],
  ],
  [
    'a\tb\rc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '\uFEFFa,b\n\n,\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '"a,1","b ""quoted""","c\nd"\ne,f,g',
    [
      ['a,1', 'b "quoted"', 'c\nd'],
      ['e', 'f', 'g'],
    ],
  ],
  [' a , b ', [['a', 'b']]],
  [
    'a,"never closed\nb,c',
    [
      ['a', '"never closed'],
      ['b', 'c'],
    ],
  ],
  ["a\n'=1+1\n'tis", [['a'], ['=1+1'], ["'tis"]]],
  ['', []],
])('reads %j', (text, cells) => {
  expect(parseCsv(text).map((row) => row.cells)).toEqual(cells)
})

it('knows the line of each row, behind cells of several lines too', () => {
  expect(parseCsv('a,b\n"1\n2",3\n\n4,5').map(({ line }) => line)).toEqual([1, 2, 5])
})

it('reads a large file with a quote that never ends in a short time', () => {
  const started = performance.now()
  expect(parseCsv(`name\n${'"a,'.repeat(300_000)}`).length).toBeGreaterThan(0)
  expect(performance.now() - started).toBeLessThan(20_000)
})
