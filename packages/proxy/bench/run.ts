import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BenchArguments, parseArguments } from './parseArguments.ts'
import { stopChildren } from './process/startChild.ts'
import { type Figures, judge } from './report/figures.ts'
import { toTable } from './report/table.ts'
import { readVersions } from './report/versions.ts'
import type { Bench } from './rows/bench.ts'
import { deliveryCpu } from './rows/deliveryCpu.ts'
import { idleTabs } from './rows/idleTabs.ts'
import { localDelivery } from './rows/localDelivery.ts'
import { outage } from './rows/outage.ts'
import { reconnects } from './rows/reconnects.ts'
import { relayLatency } from './rows/relayLatency.ts'
import { rollingRestart } from './rows/rollingRestart.ts'
import { stalledReaders } from './rows/stalledReaders.ts'
import { webhookIntake } from './rows/webhookIntake.ts'
import { windowCpu } from './rows/windowCpu.ts'
import { windowLatency } from './rows/windowLatency.ts'

const rows = [
  windowLatency,
  windowCpu,
  relayLatency,
  deliveryCpu,
  idleTabs,
  stalledReaders,
  reconnects,
  outage,
  webhookIntake,
  localDelivery,
  rollingRestart,
] satisfies ((bench: Bench) => Promise<Figures[]>)[]

const options = parseArguments({ args: process.argv.slice(2), rowCount: rows.length })
try {
  const figures = await measureRows(options)
  process.stdout.write(`\n${toTable(figures)}\n\n${save({ options, figures })}\n`)
  if (options.isStrict && !figures.every((each) => judge(each).isMet)) process.exitCode = 1
} finally {
  await stopChildren()
}

async function measureRows({ isQuick, rows: wanted }: BenchArguments): Promise<Figures[]> {
  const bench: Bench = { rounds: isQuick ? 1 : 5, isQuick, pick: ({ full, quick }) => (isQuick ? quick : full) }
  const figures: Figures[] = []
  for (const number of wanted) {
    const startedAt = performance.now()
    figures.push(...(await measureRow({ number, bench })))
    const seconds = Math.round((performance.now() - startedAt) / 1_000)
    process.stdout.write(`row ${number}: ${seconds} s\n`)
  }
  return figures
}

/** A row that fails, e.g. by a check that is off, fails the bench, and leaves the others theirs. */
async function measureRow({ number, bench }: { number: number; bench: Bench }): Promise<Figures[]> {
  try {
    return (await rows[number - 1]?.(bench)) ?? []
  } catch (error) {
    process.exitCode = 1
    process.stdout.write(`row ${number} FAILED: ${error instanceof Error ? error.message : error}\n`)
    await stopChildren()
    return []
  }
}

/** Writes every number of every round. @returns the file's path */
function save({ options, figures }: { options: BenchArguments; figures: Figures[] }): string {
  const folder = fileURLToPath(new URL('results', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const at = new Date().toISOString()
  const path = `${folder}/${at.replaceAll(':', '-')}.json`
  const raw = { at, versions: readVersions(), options, figures: figures.map((each) => ({ ...each, ...judge(each) })) }
  writeFileSync(path, `${JSON.stringify(raw, null, 2)}\n`)
  return path
}
