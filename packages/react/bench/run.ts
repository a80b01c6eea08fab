import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts'
import { bundlePages } from './bundlePages.ts'
import { agreement } from './rows/agreement.ts'
import type { Bench, Figures } from './rows/bench.ts'
import { clickToUsable } from './rows/clickToUsable.ts'
import { conversation } from './rows/conversation.ts'
import { handOver } from './rows/handOver.ts'
import { startServers, vendorHost } from './servers.ts'
import { isMet, toTable } from './toTable.ts'

const measurements = { clicks: clickToUsable, agreement, handOver, conversation }

type Name = keyof typeof measurements

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    strict: { type: 'boolean' },
    only: { type: 'string' },
    rounds: { type: 'string' },
  },
})
const names = Object.keys(measurements) as Name[] // Object.keys forgets the key type.
const wanted = options.only === undefined ? names : names.filter((name) => options.only?.split(',').includes(name))
if (wanted.length === 0) throw new Error(`--only takes names of ${names.join(', ')}, e.g. clicks,handOver.`)

const servers = await startServers(await bundlePages())
const settings = chromiumLaunchOptions()
const args = [...settings.args, `--host-resolver-rules=MAP ${vendorHost} 127.0.0.1`]
const browser = await chromium.launch({ ...settings, args })
try {
  const isQuick = options.quick === true
  const rounds = Number(options.rounds ?? (isQuick ? 1 : 5))
  const bench: Bench = { rounds, isQuick, servers, browser }
  const figures: Figures[] = []
  for (const name of wanted) figures.push(...(await measure({ name, bench })))
  process.stdout.write(`\n${toTable(figures)}\n\n${save(figures)}\n`)
  if (options.strict && !figures.every(isMet)) process.exitCode = 1
} finally {
  await browser.close()
  servers.close()
}

async function measure({ name, bench }: { name: Name; bench: Bench }): Promise<Figures[]> {
  const startedAt = performance.now()
  const figures = await measurements[name](bench)
  process.stdout.write(`${name}: ${Math.round((performance.now() - startedAt) / 1_000)} s\n${toTable(figures)}\n\n`)
  return figures
}

/** Writes every number of every round. @returns the file's path */
function save(figures: Figures[]): string {
  const folder = fileURLToPath(new URL('results', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const at = new Date().toISOString()
  const path = `${folder}/${at.replaceAll(':', '-')}.json`
  const all = cpus()
  const processor = `${all.length} × ${all[0]?.model ?? 'unknown'}`
  const versions = { node: process.version, chromium: browser.version(), processor }
  writeFileSync(path, `${JSON.stringify({ at, versions, options, figures }, null, 2)}\n`)
  return path
}
