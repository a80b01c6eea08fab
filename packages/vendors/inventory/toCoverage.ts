import type { Api } from './apis.ts'
import type { FoundExample } from './findExamples.ts'
import { type DescribedFunction, findFunctions } from './findFunctions.ts'
import { furtherItems, pages } from './further.ts'
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

/** Operations of the proxy that reach an item, and the test that shows it. */
export interface Reached {
  /** Operations that came to it in {@link Reached.test}; empty where none is offered. */
  operations: string[]
  test: string
  /** Reason for offering none. */
  reason?: string | undefined
}

/** Components of the kit that a person uses for an item, and stories over the real stack. */
export interface Used {
  components: string[]
  stories: string[]
  /** Reason why no person uses it. */
  reason?: string | undefined
}

/** Returns what became of an item when its test ran. */
export type Reach = (parameters: { entry: string; item: InventoryItem }) => Reached

/** Writes `docs/coverage.md`. */
export function toCoverage({
  apis,
  examples,
  reach,
  use,
}: {
  apis: Api[]
  examples: FoundExample[]
  reach: Reach
  use: (reached: Reached) => Used
}): string {
  const counted = apis.flatMap(({ items }) => items)
  const count = (kind: InventoryItem['kind']): number => counted.filter((item) => item.kind === kind).length
  return [
    '# Coverage',
    '',
    'Everything that the five vendor documents name, its function in `packages/vendors`, and the operation or function of the',
    'proxy that reaches it. Operations and their tests are observed: the tests call the proxy over HTTP with the real backends, and',
    'note the requests that reach the sandbox and what a page gets. A component is one whose source requests such an operation, or',
    'listens to such an event; a story is one of `e2e/stories` whose tags name it, and it fails if its browsers do not request it.',
    'This page is written by `pnpm coverage`; a test fails if it differs from the code, or if something that a person would use has',
    'no component or no story.',
    '',
    `${count('endpoint')} endpoints, ${count('event')} events, ${count('error code')} error codes, ` +
      `${count('value')} values, ${examples.length} examples.`,
    '',
    ...apis.filter(({ items }) => items.length > 0).flatMap((api) => toChapter({ api, reach, use })),
    '## Examples',
    '',
    'Requests and responses that the documents show, as fixtures with our own values; each is a test case.',
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
    '# Beyond the documents',
    '',
    "Everything else that this package knows of the vendors, each with its source: a page of the vendor's help, or how else",
    "it is known. Members of `whatomateApp` are the endpoints of the vendor's own web app; the sandbox serves them, and tests",
    'them. [What nobody outside the vendors knows](unknown.md) is on a page of its own.',
    '',
    ...apis.flatMap(toFurtherChapter),
  ].join('\n')
}

function toChapter({ api: { entry, items }, reach, use }: { api: Api; reach: Reach; use: UseOf }): string[] {
  return [`## ${entry}`, '', ...toItems({ items, reach: (item) => reach({ entry, item }), use })]
}

/** The part of an API that is in no document, and the functions of our own. */
function toFurtherChapter(api: Api): string[] {
  const functions = furtherFunctions(api)
  const own = functions.filter(({ source }) => source === '')
  const rows = [
    ...functions.flatMap(({ name, what, source, tests }) =>
      source === '' ? [] : [[what, 'endpoint', toLink(source), `\`${name}\``, listFiles(tests)]],
    ),
    ...(furtherItems[api.entry] ?? []).map(({ name, kind, source, export: exported, test }) => [
      `\`${name}\``,
      kind,
      toLink(source),
      `\`${exported}\``,
      `\`${test.file}\`: ${test.name}`,
    ]),
  ]
  return [
    `## ${api.entry}`,
    '',
    ...(rows.length > 0 ? table(['name', 'kind', 'source', 'function', 'tests'], rows) : []),
    ...(own.length > 0 ? ['Our own:', ''] : []),
    ...(own.length > 0
      ? table(
          ['function', 'what it does', 'file', 'tests'],
          own.map(({ name, what, file, tests }) => [`\`${name}\``, what, `\`${file}\``, listFiles(tests)]),
        )
      : []),
  ]
}

function listFiles(names: string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}

/** Links the pages that a source names by title or address. */
function toLink(source: string): string {
  const page = pages[source]
  if (page !== undefined) return `[${source}](${page})`
  return source.replaceAll(/https:\/\/[^\s)]+/g, '<$&>')
}

type UseOf = (reached: Reached) => Used

interface ToItemsParameters {
  items: InventoryItem[]
  reach: (item: InventoryItem) => Reached
  use: UseOf
}

function toItems({ items, reach, use }: ToItemsParameters): string[] {
  return table(
    [
      'kind',
      'name',
      'document',
      'section',
      'function',
      'test of the function',
      'proxy operation',
      'test',
      'component',
      'story',
    ],
    items.map((item) => {
      const { kind, name, document, section, export: exported, test } = item
      const reached = reach(item)
      const { operations, test: proxyTest, reason = '' } = reached
      const { components, stories, reason: forNobody } = use(reached)
      return [
        kind,
        `\`${name}\``,
        document,
        section,
        `\`${exported}\``,
        `\`${test.file}\`: ${test.name}`,
        operations.length > 0 ? operations.join(', ') : `None. ${reason}`,
        proxyTest,
        components.length > 0
          ? components.map((name) => `\`${name}\``).join(', ')
          : forNobody === undefined
            ? ''
            : `None. ${forNobody}`,
        stories.join('<br>'),
      ]
    }),
  )
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '']
}
