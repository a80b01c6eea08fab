import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readMutations } from './mutations/readMutations.ts'
import { faults, threats } from './security/rows.ts'
import { toDocument } from './security/toDocument.ts'

const mutations = readMutations()
const rows = [...threats, ...faults]

it('docs/security.md is what `tsx scripts/writeSecurity.ts` writes', () => {
  expect(readFileSync(new URL('../docs/security.md', import.meta.url), 'utf8')).toBe(toDocument(mutations))
})

it('the rows are the 32 threats and 28 faults, each once', () => {
  expect(threats.map(({ name }) => name)).toEqual(threats.map((_, index) => `threat ${index + 1}`))
  expect(faults.map(({ name }) => name)).toEqual(faults.map((_, index) => `fault ${index + 1}`))
  expect([threats.length, faults.length]).toEqual([32, 28])
})

it('patches belong to rows that exist', () => {
  const names: string[] = rows.map(({ name }) => name)
  expect(mutations.flatMap((mutation) => mutation.rows).filter((row) => !names.includes(row))).toEqual([])
})

it.each(rows.filter(({ note }) => !note))('$name has a test', ({ name, tests = [] }) => {
  const own = mutations.filter((mutation) => mutation.rows.includes(name))
  expect(own.length + tests.length).toBeGreaterThan(0)
})

it.each(rows.flatMap(({ name, tests = [] }) => tests.map((test) => ({ name, test }))))(
  '$name names a test that exists: $test',
  ({ test }) => {
    const [file = '', title = ''] = test.split(' › ')
    const url = new URL(`../${file}`, import.meta.url)
    expect(existsSync(url) && readFileSync(url, 'utf8').includes(title)).toBe(true)
  },
)
