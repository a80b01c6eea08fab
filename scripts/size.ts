import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Budget, findSizeProblem, record, toSizeTable } from './sizeBudget.ts'

/** Measures each entry of `sizeBudget.json`. `--write` records the sizes as today's figures. */
const budgetFile = 'sizeBudget.json'
const budgets: Budget[] = JSON.parse(readFileSync(budgetFile, 'utf8'))
for (const { path } of budgets) if (!existsSync(path)) throw new Error(`${path} is missing. Build the packages first.`)
const sizes = measure(budgets)
const rows = budgets.map((budget) => ({ budget, bytes: sizes.get(budget.name) ?? missing(budget) }))

if (process.argv.includes('--write')) {
  writeFileSync(budgetFile, `${JSON.stringify(rows.map(record), null, 2)}\n`)
  spawnSync('biome', ['format', '--write', budgetFile], { stdio: 'inherit' })
  console.log(toSizeTable(rows.map(({ budget, bytes }) => ({ budget: record({ budget, bytes }), bytes }))))
} else {
  console.log(toSizeTable(rows))
  const problems = rows.flatMap((row) => findSizeProblem(row) ?? [])
  if (problems.length > 0) console.error(`\n${problems.join('\n')}`)
  process.exitCode = problems.length > 0 ? 1 : 0
}

/** Bytes by name, as size-limit bundles, minifies and compresses the entries. */
function measure(entries: Budget[]): Map<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'crm-chat-size-'))
  try {
    const config = join(folder, 'size-limit.json')
    const checks = entries.map(({ todayKiB, goalKiB, path, ...check }) => ({ ...check, path: resolve(path) }))
    writeFileSync(config, JSON.stringify(checks))
    return toSizes(spawnSync('size-limit', ['--json', '--config', config], { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function toSizes({ stdout, stderr }: { stdout: string; stderr: string }): Map<string, number> {
  const results: { name: string; size: number }[] | { error: string } = stdout ? JSON.parse(stdout) : { error: stderr }
  if ('error' in results) throw new Error(`size-limit failed: ${results.error}`)
  return new Map(results.map(({ name, size }) => [name, size]))
}

function missing({ name, path }: Budget): never {
  throw new Error(`${name}: size-limit measured nothing at ${path}.`)
}
