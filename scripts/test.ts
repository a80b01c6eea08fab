import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.ts'
import { add, type Counts, playwrightCounts, vitestCounts } from './testCounts.ts'

const suites = process.argv[2] ? [process.argv[2]] : ['unit', 'e2e']
const folder = mkdtempSync(join(tmpdir(), 'crm-chat-test-'))

try {
  const env = { ...process.env, CHROMIUM_PATH: ensureChromium() }
  run({ command: ['pnpm', 'run', 'build'], env })
  const counts = suites.map((suite) => (suite === 'unit' ? unit(env) : e2e(env))).reduce(add)
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  console.log('\n0 passed, 1 failed')
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function unit(env: NodeJS.ProcessEnv): Counts {
  const file = join(folder, 'unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = spawnSync('vitest', ['run', ...reporters], { stdio: 'inherit', env }).status
  return withExitCode({ counts: vitestCounts(readReport(file)), code })
}

function e2e(env: NodeJS.ProcessEnv): Counts {
  const file = join(folder, 'e2e.json')
  const code = spawnSync('playwright', ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json'], {
    stdio: 'inherit',
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  }).status
  return withExitCode({ counts: playwrightCounts(readReport(file)), code })
}

/** A runner that fails without a failed test (an unhandled error, a file that does not load) still is a failure. */
function withExitCode({ counts, code }: { counts: Counts; code: number | null }): Counts {
  return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {} // The runner died before it wrote one: its exit code speaks.
  }
}

function run({ command: [name = '', ...args], env }: { command: string[]; env: NodeJS.ProcessEnv }): void {
  const { status, error } = spawnSync(name, args, { stdio: 'inherit', env })
  if (status !== 0) throw new Error(`\`${[name, ...args].join(' ')}\` failed${error ? `: ${error.message}` : ''}.`)
}
