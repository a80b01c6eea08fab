import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const allowed = [
  ['packages/core/src/mayUseProtocol.ts', '@crm-chat/protocol'],
  ['packages/react/src/mayUseCore.ts', '@crm-chat/core'],
  ['packages/elements/src/mayUseCore.ts', '@crm-chat/core'],
  ['packages/proxy/src/mayUseVendors.ts', '@crm-chat/vendors/wazzup-v2'],
  ['packages/sandbox/src/mayUseVendors.ts', '@crm-chat/vendors/wazzup-v2'],
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
  ['packages/vendors/src/usesProtocol.ts', '@crm-chat/protocol'],
  ['packages/vendors/src/usesNode.ts', 'node:crypto'],
  ['packages/proxy/src/usesCore.ts', '@crm-chat/core'],
  ['packages/proxy/src/usesSandbox.ts', 'crm-chat-sandbox'],
  ['packages/sandbox/src/usesProxy.ts', '@crm-chat/proxy'],
  ['packages/sandbox/web/usesCore.ts', '@crm-chat/core'],
  ['apps/crm/src/web/usesProxy.ts', '@crm-chat/proxy'],
  ['apps/crm/src/web/usesServer.ts', '../server/environment.ts'],
  ['apps/crm/src/server/usesVendors.ts', '@crm-chat/vendors/wazzup-v2'],
  ['apps/crm/src/server/usesReactKit.ts', '@crm-chat/react'],
  ['e2e/usesSandbox.ts', 'crm-chat-sandbox'],
  ['e2e/usesSource.ts', '../packages/core/src/index.ts'],
] as const

const folder = mkdtempSync(join(tmpdir(), 'crm-chat-lint-'))
let report = ''

beforeAll(() => {
  copyFileSync(fileURLToPath(new URL('../biome.json', import.meta.url)), join(folder, 'biome.json'))
  for (const [path, module] of [...allowed, ...forbidden]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `import { a } from '${module}'\n\nexport const b = a\n`)
  }
  const args = ['lint', '--vcs-enabled=false', '--only=style/noRestrictedImports', '--max-diagnostics=none', '.']
  const { stdout, stderr } = spawnSync('biome', args, { cwd: folder, encoding: 'utf8' })
  report = stdout + stderr
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('import directions', () => {
  it.each(forbidden)('%s may not import %s', (path) => {
    expect(report).toMatch(new RegExp(`^${path}:\\d+:\\d+ lint/style/noRestrictedImports`, 'm'))
  })

  it.each(allowed)('%s may import %s', (path) => {
    expect(report).not.toContain(path)
  })
})
