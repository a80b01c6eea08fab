import type { Api } from './apis.ts'
import type { FoundExample } from './findExamples.ts'
import { type DescribedFunction, findFunctions } from './findFunctions.ts'
import type { InventoryItem } from './inventory.ts'
import { readFolder } from './readFolder.ts'

/** An entry's functions that are in no document: from the help pages, the live service, or our own. */
export function furtherFunctions({ entry, exports, items }: Api): DescribedFunction[] {
  const covered = new Set(items.map((item) => item.export))
  const names = Object.keys(exports).filter((name) => typeof exports[name] === 'function' && /^[a-z]/.test(name))
  const sources = readFolder(entry)
  const tests = [...new Set([entry, 'webhooks', 'http'])].flatMap(readFolder)
  return findFunctions({ names: names.filter((name) => !covered.has(name)).sort(), sources, tests })
}

/** Writes `docs/coverage.md`. */
export function toCoverage({ apis, examples }: { apis: Api[]; examples: FoundExample[] }): string {
  const counted = apis.flatMap(({ items }) => items)
  const count = (kind: InventoryItem['kind']): number => counted.filter((item) => item.kind === kind).length
  return [
    '# What is covered',
    '',
    'What the five vendor documents name, and where it is in `packages/vendors`. This page is made by',
    '`pnpm --filter @crm-chat/vendors coverage`, and a test fails when it and the code differ.',
    '',
    `${count('endpoint')} endpoints, ${count('event')} events, ${count('error code')} error codes, ` +
      `${count('value')} values, ${examples.length} examples.`,
    '',
    ...apis.flatMap(toChapter),
    '## Examples',
    '',
    'Requests and answers that the documents show, as fixtures with values of our own; each is a test case.',
    '',
    ...table(
      ['document', 'section', 'fixture', 'repairs'],
      examples.map(({ document, section, file, name, repairs }) => [
        document,
        section,
        `\`${file}\` \`${name}\``,
        repairs.join(' '),
      ]),
    ),
  ].join('\n')
}

function toChapter(api: Api): string[] {
  const { entry, items } = api
  return [
    `## ${entry}`,
    '',
    ...(items.length > 0 ? toItems(items) : []),
    'Beyond the documents: from the help pages and the live service, or our own.',
    '',
    ...table(
      ['function', 'what it does', 'file', 'tests'],
      furtherFunctions(api).map(({ name, what, file, tests }) => [
        `\`${name}\``,
        what,
        `\`${file}\``,
        tests.map((test) => `\`${test}\``).join(', '),
      ]),
    ),
  ]
}

function toItems(items: InventoryItem[]): string[] {
  return table(
    ['kind', 'name', 'document', 'section', 'function', 'test'],
    items.map(({ kind, name, document, section, export: exported, test }) => [
      kind,
      `\`${name}\``,
      document,
      section,
      `\`${exported}\``,
      `\`${test.file}\`: ${test.name}`,
    ]),
  )
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '']
}
