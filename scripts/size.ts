import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { type Bundle, bundleWithEsbuild, bundleWithRolldown, type Chunk } from './size/bundle.ts'
import { countDownloads } from './size/countDownloads.ts'
import { toFeatureTable } from './size/toFeatureTable.ts'
import { unpackPackages } from './size/unpackPackages.ts'
import { type Budget, findSizeProblems, type Measured, record, toSizeTable } from './sizeBudget.ts'

/** Measures each entry of `sizeBudget.json` in the packed packages. `--write` records the sizes as today's figures. */
const budgetFile = 'sizeBudget.json'
const budgets: Budget[] = JSON.parse(readFileSync(budgetFile, 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'crm-chat-size-'))
try {
  unpackPackages(folder)
  const rows: Measured[] = []
  for (const budget of budgets) rows.push(await measure(budget))
  report(rows)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function report(rows: Measured[]): void {
  const isWriting = process.argv.includes('--write')
  const shown = isWriting ? rows.map((row) => ({ ...row, budget: record(row) })) : rows
  console.log(toSizeTable(shown))
  for (const { budget, bytes, chunks } of rows) {
    if (bytes > (budget.goalKiB ?? Number.POSITIVE_INFINITY) * 1024)
      console.log(`\n${toFeatureTable({ budget, chunks })}`)
  }
  if (isWriting) {
    writeFileSync(
      budgetFile,
      `${JSON.stringify(
        shown.map(({ budget }) => budget),
        null,
        2,
      )}\n`,
    )
    spawnSync('biome', ['format', '--write', budgetFile], { stdio: 'inherit' })
  }
  const problems = shown.flatMap(findSizeProblems)
  if (problems.length > 0) console.error(`\n${problems.join('\n')}`)
  process.exitCode = problems.length > 0 ? 1 : 0
}

async function measure(budget: Budget): Promise<Measured> {
  if (budget.file) {
    const path = budget.file.replace(/^(.*)\/\*/, (_, parent) => `${parent}/${readdirSync(join(folder, parent))[0]}`)
    const bytes = brotliCompressSync(readFileSync(join(folder, path))).length
    return { budget, bytes, otherBytes: bytes, chunks: [] }
  }
  const chunks = await countWith(bundleWithEsbuild, budget)
  const others = await countWith(bundleWithRolldown, budget)
  return { budget, chunks, bytes: sum(chunks), otherBytes: sum(others) }
}

/** Bundles an entry, and returns the files that count. */
async function countWith(bundle: Bundle, { entry = '', counts, components = [], sign = '' }: Budget): Promise<Chunk[]> {
  const chunks = await bundle({ entry, folder })
  if (counts === 'page') return countDownloads({ chunks, components, sign })
  return chunks.filter((chunk) => (counts === 'first' ? chunk.isFirst : !isOtherLanguage(chunk)))
}

/** A page loads the words of one language at most, and those of English are in the code that says them. */
function isOtherLanguage({ modules }: Chunk): boolean {
  return Object.keys(modules).some((name) => /\bcore\/dist\/(\w+\/)?locales\/(?!(\w+\.)?en\.)/.test(name))
}

function sum(chunks: Chunk[]): number {
  return chunks.reduce((total, { bytes }) => total + bytes, 0)
}
