import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Figures } from './figures.ts'
import { isMet, toTable } from './toTable.ts'

/** Settings of a run, from its command line. */
export interface BenchSettings<Name extends string = string> {
  /** Names of the measurements to take. */
  wanted: Name[]
  rounds: number
  /** Does less, for development. */
  isQuick: boolean
  /** Exits non-zero when a target is missed. */
  isStrict: boolean
}

/** Reads `--only`, `--rounds`, `--quick` and `--strict`. @throws {Error} when `--only` names no measurement */
export function parseBenchSettings<Name extends string>(names: readonly Name[]): BenchSettings<Name> {
  const { values: options } = parseArgs({
    options: {
      quick: { type: 'boolean' },
      strict: { type: 'boolean' },
      only: { type: 'string' },
      rounds: { type: 'string' },
    },
  })
  const wanted = names.filter((name) => options.only === undefined || options.only.split(',').includes(name))
  if (wanted.length === 0) throw new Error(`--only takes names of ${names.join(', ')}, separated by commas.`)
  const isQuick = options.quick === true
  return { wanted, isQuick, rounds: Number(options.rounds ?? (isQuick ? 1 : 5)), isStrict: options.strict === true }
}

/** Parameters of {@link measureAll}. */
export interface MeasureAllParameters<Name extends string> {
  settings: BenchSettings<Name>
  measure: (name: Name) => Promise<Figures[]>
  /** Folder for a JSON file with every number of every round. */
  results: URL
  /** Version of Chromium. */
  chromium: string
}

/** Takes the measurements one after the other, and ends with one table and the path of its file. */
export async function measureAll<Name extends string>(parameters: MeasureAllParameters<Name>): Promise<void> {
  const { settings, measure } = parameters
  const figures: Figures[] = []
  for (const name of settings.wanted) {
    const startedAt = performance.now()
    const measured = await measure(name)
    process.stdout.write(`${name}: ${Math.round((performance.now() - startedAt) / 1_000)} s\n${toTable(measured)}\n\n`)
    figures.push(...measured)
  }
  process.stdout.write(`\n${toTable(figures)}\n\n${save({ ...parameters, figures })}\n`)
  if (settings.isStrict && !figures.every(isMet)) process.exitCode = 1
}

/** Writes every number of every round. @returns the file's path */
function save<Name extends string>({
  settings,
  results,
  chromium,
  figures,
}: MeasureAllParameters<Name> & { figures: Figures[] }): string {
  const folder = fileURLToPath(results)
  mkdirSync(folder, { recursive: true })
  const at = new Date().toISOString()
  const path = `${folder}/${at.replaceAll(':', '-')}.json`
  const all = cpus()
  const processor = `${all.length} × ${all[0]?.model ?? 'unknown'}`
  const versions = { node: process.version, chromium, processor }
  writeFileSync(path, `${JSON.stringify({ at, versions, settings, figures }, null, 2)}\n`)
  return path
}
