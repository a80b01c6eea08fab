import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apis } from '../inventory/apis.ts'
import { findExamples } from '../inventory/findExamples.ts'
import { furtherItems } from '../inventory/further.ts'
import { readFolder, type SourceFile } from '../inventory/readFolder.ts'
import { furtherFunctions } from '../inventory/toCoverage.ts'
import { wazzupTech, wazzupV2, wazzupV3, whatomate } from '../src/endpoints/index.ts'
import { type Endpoint, toFunctionName } from '../src/http/endpoint.ts'
import { wabaTiers } from '../src/wazzup-tech/channelStatus.ts'
import { errorCodes } from '../src/wazzup-v2/errorCodes.ts'
import * as webhookCodes from '../src/wazzup-v2/webhookCodes.ts'
import { messageErrorCodes } from '../src/wazzup-v3/errorCodes.ts'

/** Endpoints of each API. */
const registries: Record<string, Record<string, Endpoint>> = {
  'wazzup-v2': wazzupV2,
  'wazzup-v3': wazzupV3,
  'wazzup-tech': wazzupTech,
  whatomate,
}

const folders = [...apis.map(({ entry }) => entry), 'unanswered', 'http']
const files = new Map(folders.flatMap(readFolder).map((file) => [file.name, file]))

describe.each(apis)('$entry', (api) => {
  it.each([...api.items, ...(furtherItems[api.entry] ?? [])])('has $kind $name', ({ export: exported, test }) => {
    const [name = '', ...key] = exported.split('.')
    expect(Object.keys(api.exports)).toContain(name)
    if (key.length > 0) expect(membersOf(api.exports[name])).toContain(key.join('.'))
    expect(titlesOf(findFile(test.file))).toSatisfy((titles: RegExp[]) =>
      test.name.split(' > ').every((part) => titles.some((title) => title.test(part))),
    )
  })

  it('knows where each endpoint, event and code that is in no document comes from', () => {
    const { entry } = api
    const sourced = new Set(furtherFunctions(api).flatMap(({ name, source }) => (source === '' ? [] : [name])))
    const beyond = Object.values(registries[entry] ?? {}).filter(({ source }) => !source)
    const called = beyond.map(toFunctionName).filter((name) => name in api.exports)
    expect(called.filter((name) => !sourced.has(name))).toEqual([])
    expect((furtherItems[entry] ?? []).filter(({ source }) => source === '')).toEqual([])
    const listed = new Set([...api.items, ...(furtherItems[entry] ?? [])].map((item) => item.export))
    const tables = ['liveErrorCodes', 'errorCodes', 'webhookEvents', 'whatomateApp'].filter(
      (name) => name in api.exports,
    )
    const members = tables.flatMap((name) => membersOf(api.exports[name]).map((key) => `${name}.${key}`))
    expect(members.filter((member) => !listed.has(member))).toEqual([])
  })

  it('tests every function that is in no document too', () => {
    expect(furtherFunctions(api).filter(({ tests }) => tests.length === 0)).toEqual([])
  })
})

it('names every member of the tables that come from a document', () => {
  const named = new Set(apis.flatMap(({ items }) => items.map((item) => item.export)))
  const tables = { errorCodes, messageErrorCodes, wabaTiers, ...webhookCodes }
  const members = Object.entries(tables).flatMap(([name, table]) => membersOf(table).map((key) => `${name}.${key}`))
  expect(members.filter((member) => !named.has(member))).toEqual([])
  expect(members).toHaveLength(27 + 28 + 7 + 7 + 13 + 10 + 6)
})

it('uses every example in a test', async () => {
  const examples = await findExamples()
  const tests = [...files.values()].filter(({ name }) => name.endsWith('.test.ts'))
  const unused = examples.filter(({ name }) => !tests.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text)))
  expect(unused).toEqual([])
  const folder = new URL('../src/', import.meta.url)
  const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    return name.includes('fixtures/') && readFileSync(new URL(name, folder), 'utf8').includes('inventory/example.ts')
  })
  expect(new Set(examples.map(({ file }) => file))).toEqual(new Set(fixtures))
})

/** Finds a test's file: below `src`, or of the sandbox by its path in the repository. */
function findFile(name: string): SourceFile | undefined {
  const url = new URL(`../../../${name}`, import.meta.url)
  const isSandbox = name.startsWith('packages/sandbox/') && existsSync(url)
  return isSandbox ? { name, text: readFileSync(url, 'utf8') } : files.get(name)
}

/** Names in an exported table: keys of an object, items of a list, or the options of an enumeration. */
function membersOf(table: unknown): string[] {
  if (typeof table !== 'object' || table === null) return []
  if (Array.isArray(table)) return table.map(String)
  if ('options' in table && Array.isArray(table.options)) return table.options.map(String)
  return Object.keys(table)
}

/** The titles of a file's tests, `%s` and `$name` standing for anything. */
function titlesOf(file: SourceFile | undefined): RegExp[] {
  const titles =
    file?.text.matchAll(/(?:\b(?:it|describe)|\)|\])\(\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)"|`([^`]*)`)/g) ?? []
  return [...titles].map(([, single, double, template]) => {
    const title = (single ?? double ?? template ?? '').replaceAll("\\'", "'")
    const pattern = title.replace(/[.*+?^()[\]{}|\\]/g, '\\$&').replace(/%[sij]|\$\\\{[^}]*\\\}|\$[\w.]+/g, '.*')
    return new RegExp(`^${pattern}$`)
  })
}
