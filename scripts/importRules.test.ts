import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const allowed = [
  ['packages/core/src/mayUseProtocol.ts', '@crm-chat/protocol'],
  ['packages/core/src/mayUseGuards.ts', '@crm-chat/protocol/wire/parseSession'],
  ['packages/react/src/mayUseCore.ts', '@crm-chat/core'],
  ['packages/elements/src/mayUseCore.ts', '@crm-chat/core'],
  ['packages/react/src/mayUseLook.ts', '@crm-chat/core/look'],
  ['packages/elements/src/mayUseLook.ts', '@crm-chat/core/look'],
  ['packages/elements/src/conversation/mayUseReactKit.ts', '@crm-chat/react/conversation'],
  ['packages/proxy/src/mayUseVendors.ts', '@crm-chat/vendors/wazzup-v2'],
  ['packages/sandbox/src/mayUseVendors.ts', '@crm-chat/vendors/wazzup-v2'],
  ['packages/sandbox/web/chats/session/createSocketSource.ts', '../../../src/chats/events.ts'],
  ['packages/sandbox/web/chats/mayUseConversation.ts', '@crm-chat/react/conversation'],
  ['packages/sandbox/web/inspector/mayUseConversation.ts', '@crm-chat/react/conversation'],
  ['packages/cli/src/mayUseProxy.ts', '@crm-chat/proxy'],
  ['packages/cli/src/mayUseVendors.ts', '@crm-chat/vendors/wazzup-v2'],
  ['packages/cli/src/mayUseSandbox.ts', 'crm-chat-sandbox'],
  ['apps/crm/src/web/mayUseReact.ts', '@crm-chat/react'],
  ['apps/crm/src/server/mayUseProxy.ts', '@crm-chat/proxy'],
] as const

const forbidden = [
  ['packages/protocol/src/usesCore.ts', '@crm-chat/core'],
  ['packages/protocol/src/usesNode.ts', 'node:fs'],
  ['packages/core/src/usesReactKit.ts', '@crm-chat/react'],
  ['packages/core/src/usesReact.ts', 'react'],
  ['packages/react/src/usesProxy.ts', '@crm-chat/proxy'],
  ['packages/elements/src/usesVendors.ts', '@crm-chat/vendors/wazzup-v2'],
  ['packages/elements/src/usesReactKit.ts', '@crm-chat/react/conversation'],
  ['packages/elements/src/conversation/usesProxy.ts', '@crm-chat/proxy'],
  ['packages/vendors/src/usesProtocol.ts', '@crm-chat/protocol'],
  ['packages/vendors/src/usesNode.ts', 'node:crypto'],
  ['packages/proxy/src/usesCore.ts', '@crm-chat/core'],
  ['packages/proxy/src/usesSandbox.ts', 'crm-chat-sandbox'],
  ['packages/cli/src/usesCore.ts', '@crm-chat/core'],
  ['packages/cli/src/usesProtocol.ts', '@crm-chat/protocol'],
  ['packages/sandbox/src/usesProxy.ts', '@crm-chat/proxy'],
  ['packages/sandbox/src/usesReactKit.ts', '@crm-chat/react'],
  ['packages/sandbox/web/usesCore.ts', '@crm-chat/core'],
  ['packages/sandbox/web/chats/usesServer.ts', '../../src/chats/events.ts'],
  ['packages/sandbox/web/chats/session/usesSocket.ts', 'socket.io-client'],
  ['apps/crm/src/web/usesProxy.ts', '@crm-chat/proxy'],
  ['apps/crm/src/web/usesServer.ts', '../server/environment.ts'],
  ['apps/crm/src/server/usesVendors.ts', '@crm-chat/vendors/wazzup-v2'],
  ['apps/crm/src/server/usesReactKit.ts', '@crm-chat/react'],
  ['e2e/usesSandbox.ts', 'crm-chat-sandbox'],
  ['e2e/usesSource.ts', '../packages/core/src/index.ts'],
] as const

const root = fileURLToPath(new URL('..', import.meta.url))
const sandbox = 'packages/sandbox/src'

/** Folders of the sandbox, each of which may import those before it; `control` and `chats` do not know each other. */
const floors = ['store', 'messengers', 'server', 'vendors', 'account', 'control', 'chats', 'traffic']
const vendors = ['wazzup-v2', 'wazzup-v3', 'wazzup-tech', 'whatomate']
const rootFiles = readdirSync(join(root, sandbox)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

const allowedInSandbox = [
  ...pairsOf(floors).flatMap(([lower, higher]) => (isSideBySide(lower, higher) ? [] : [sample(higher, lower)])),
  ...vendors.flatMap((vendor) => ['store', 'messengers', 'server'].map((lower) => sample(`vendors/${vendor}`, lower))),
  ...floors.map((floor) => [`${sandbox}/namesOf_${floor}.ts`, `./${floor}/x.ts`] as const),
  ...['store', 'server/http', 'vendors/wazzup-v2', 'chats'].map(
    (from) => [`${sandbox}/${from}/usesWire.ts`, '@crm-chat/vendors/wazzup-v3'] as const,
  ),
]

const forbiddenInSandbox = [
  ...pairsOf(floors).map(([lower, higher]) => sample(lower, higher)),
  ...pairsOf(floors).map(([lower, higher]) => sample(`${lower}/inner`, higher)),
  sample('chats', 'control'),
  ...vendors.flatMap((vendor) =>
    vendors.filter((other) => other !== vendor).map((other) => sample(`vendors/${vendor}`, `vendors/${other}`)),
  ),
  ...vendors.flatMap((vendor) =>
    ['account', 'control', 'chats', 'traffic'].map((higher) => sample(`vendors/${vendor}`, higher)),
  ),
  ...[...floors, ...vendors.map((vendor) => `vendors/${vendor}`)].flatMap((from) =>
    rootFiles.map((file) => [`${sandbox}/${from}/usesRoot_${file}`, `${upFrom(from)}${file}`] as const),
  ),
  ...[...floors, ...vendors.map((vendor) => `vendors/${vendor}`)].map(
    (from) => [`${sandbox}/${from}/usesProxy.ts`, '@crm-chat/proxy'] as const,
  ),
]

/** Files that no override of the rules is for. */
const cycles = {
  'packages/core/src/cycle/one.ts': "import { two } from './two.ts'\n\nexport const one = (): number => two()\n",
  'packages/core/src/cycle/two.ts': "import { one } from './one.ts'\n\nexport const two = (): number => one()\n",
}
const typeCycles = {
  'packages/core/src/typeCycle/one.ts': "import { two } from './two.ts'\n\nexport type One = ReturnType<typeof two>\n",
  'packages/core/src/typeCycle/two.ts':
    "import type { One } from './one.ts'\n\nexport const two = (one: One): One => one\n",
}
const noCycle = {
  'packages/core/src/noCycle/one.ts': "import { two } from './two.ts'\n\nexport const one = two\n",
  'packages/core/src/noCycle/two.ts': 'export const two = 2\n',
}

/** Entry files of the published packages, as their `exports` name them. */
const entries = readdirSync(join(root, 'packages')).flatMap((name) => {
  const { exports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'))
  const sources = Object.values<{ 'crm-chat-source'?: string } | string>(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : (entry['crm-chat-source'] ?? []),
  )
  // Files that a pattern stands for are entries of their own, which have nothing to re-export.
  return sources
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('*'))
    .map((file) => join('packages', name, file))
})
const barrels = [
  'packages/core/src/unanswered/index.ts',
  'packages/sandbox/src/store/index.ts',
  'packages/react/src/barrel.ts',
  'apps/crm/src/web/index.ts',
  'e2e/pages/index.ts',
  'scripts/index.ts',
]

const rulesAboutImports = ['style/noRestrictedImports', 'suspicious/noImportCycles', 'performance/noBarrelFile']
const folder = mkdtempSync(join(tmpdir(), 'crm-chat-lint-'))
let report = ''

beforeAll(() => {
  copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'))
  for (const [path, module] of [...allowed, ...forbidden, ...allowedInSandbox, ...forbiddenInSandbox]) {
    write(path, `import { a } from '${module}'\n\nexport const b = a\n`)
  }
  for (const [path, text] of Object.entries({ ...cycles, ...typeCycles, ...noCycle })) write(path, text)
  for (const path of [...entries, ...barrels]) write(path, "export { a } from './a.ts'\n")
  report = lint()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('import directions', () => {
  it.each(forbidden)('%s may not import %s', (path) => {
    expect(rulesBrokenBy(path)).toContain('style/noRestrictedImports')
  })

  it.each(allowed)('%s may import %s', (path) => {
    expect(rulesBrokenBy(path)).toEqual([])
  })

  it('holds each folder of the sandbox to those below it', () => {
    const unheld = forbiddenInSandbox.filter(([path]) => !rulesBrokenBy(path).includes('style/noRestrictedImports'))
    expect(unheld).toEqual([])
  })

  it('lets each folder of the sandbox import those below it', () => {
    expect(allowedInSandbox.filter(([path]) => rulesBrokenBy(path).length > 0)).toEqual([])
  })

  it('knows every folder of the sandbox', () => {
    const folders = readdirSync(join(root, sandbox), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).toSorted()).toEqual(floors.toSorted())
  })
})

describe('import cycles', () => {
  it.each(Object.keys({ ...cycles, ...typeCycles }))('reports %s', (path) => {
    expect(rulesBrokenBy(path)).toContain('suspicious/noImportCycles')
  })

  it.each(Object.keys(noCycle))('does not report %s', (path) => {
    expect(rulesBrokenBy(path)).toEqual([])
  })

  it('are reported everywhere: no override turns the rule off', () => {
    const config = readFileSync(join(root, 'biome.json'), 'utf8')
    expect(config.match(/noImportCycles/g)).toHaveLength(1)
    expect(config).not.toContain('"preset": "none"')
  })
})

describe('barrel files', () => {
  it.each(barrels)('%s may not re-export', (path) => {
    expect(rulesBrokenBy(path)).toContain('performance/noBarrelFile')
  })

  it.each(entries)('%s may re-export, as an entry of its package', (path) => {
    expect(rulesBrokenBy(path)).toEqual([])
  })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/**
 * Biome's report on the samples: a line `path:1:1 lint/group/rule` for each problem. All rules run, because `--only` would
 * also run those that an override turns off.
 */
function lint(): string {
  const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '.']
  const { stdout, stderr } = spawnSync('biome', args, { cwd: folder, encoding: 'utf8' })
  return stdout + stderr
}

/** Rules about imports that a sample breaks. */
function rulesBrokenBy(path: string): string[] {
  return [...report.matchAll(/^(\S+?):\d+:\d+ lint\/(\S+)/gm)].flatMap(([, file, rule = '']) =>
    file === path && rulesAboutImports.includes(rule) ? [rule] : [],
  )
}

/** A file in one folder of the sandbox that imports from another. */
function sample(from: string, to: string): readonly [path: string, module: string] {
  return [`${sandbox}/${from}/uses_${to.replaceAll('/', '_')}.ts`, `${upFrom(from)}${to}/x.ts`]
}

function upFrom(folderInSandbox: string): string {
  return '../'.repeat(folderInSandbox.split('/').length)
}

function pairsOf(names: readonly string[]): [lower: string, higher: string][] {
  return names.flatMap((lower, index) => names.slice(index + 1).map((higher): [string, string] => [lower, higher]))
}

function isSideBySide(one: string, other: string): boolean {
  return one === 'control' && other === 'chats'
}
