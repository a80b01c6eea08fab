import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './documents/readDocuments.ts'

const file = 'docs/comparison.md'

/** Rows that may have no proof until the first release. */
const planned = ['Documents: site, for language models', 'Codemods', 'Changelog', 'Versions that say what changes']

interface Row {
  feature: string
  own: string
  proof: string
}

/** Reads the rows of all tables: the feature, seven peers, our own cell, and its proof. */
function readRows(): Row[] {
  const lines = readFileSync(join(root, file), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| |'))
  return lines.map((line) => {
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim())
    expect([line, cells.length]).toEqual([line, 10])
    const [feature = '', own = '', proof = ''] = [cells[0], cells[8], cells[9]]
    return { feature, own, proof }
  })
}

const rows = readRows()

it('compares forty features, each once', () => {
  expect(rows.length).toBeGreaterThanOrEqual(40)
  expect(new Set(rows.map(({ feature }) => feature)).size).toBe(rows.length)
})

it('says of each row that it is there, there in part, or not', () => {
  expect(rows.filter(({ own }) => !/^[●◐○]$/.test(own))).toEqual([])
  expect(rows.filter(({ own, proof }) => own === '○' && !/^(planned|–)$/.test(proof))).toEqual([])
})

it.each(rows.filter(({ own }) => own !== '○'))('names a test that exists for "$feature"', ({ feature, proof }) => {
  if (proof === 'planned' && planned.includes(feature)) return
  const [, title = '', target = ''] = /^\[(.+)\]\((\S+\.(?:test|spec)\.tsx?)\)$/.exec(proof) ?? []
  const path = join(root, dirname(file), target)
  expect([target, existsSync(path)]).toEqual([target, true])
  expect(readTitles(path).filter((each) => each.includes(title))).not.toEqual([])
})

/** Titles of the tests of a file, as they are written there. */
function readTitles(path: string): string[] {
  const calls = readFileSync(path, 'utf8').matchAll(
    /\b(?:it|test|describe|story)\b[^'"`\n]*(?:\([^\n]*\))?\(\s*(['"`])(.*?)\1\s*,/g,
  )
  return [...calls].map(([, , title = '']) => title)
}
