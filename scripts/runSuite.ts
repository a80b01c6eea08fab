import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Counts, playwrightCounts, vitestCounts } from './testCounts.ts'
import { createTestProgress, type FileTime, type TestEvent, type TestProgress } from './testProgress.ts'

/** Parameters of {@link runSuite}. */
export interface SuiteParameters {
  runner: keyof typeof runners
  /** Arguments of the runner, without reporters. */
  args?: string[]
  env?: NodeJS.ProcessEnv
  /** Takes the output. @default this process's own output */
  onOutput?: (text: string) => void
  /** A file that ends no test for this long has hung: a test has ended itself long before. @default 300_000 */
  hungMs?: number
  /** A runner that reports nothing for this long has hung, even if no file is running. @default 600_000 */
  silentMs?: number
}

/** The end of a test run. */
export interface SuiteResult {
  counts: Counts
  /** The files that have run, the slowest first. */
  times: FileTime[]
  /** The number of tests that were skipped for each reason. */
  skips: Map<string, number>
  /** The tests that passed only when they were tried again: their files and titles. */
  unsteady: string[]
}

const require = createRequire(import.meta.url)
const runners = {
  vitest: {
    command: [inPackage('vitest', 'vitest.mjs'), 'run'],
    reporters: ['default', 'json', fileHere('vitestProgress.ts')].map((name) => `--reporter=${name}`),
    toEnv: () => ({}),
    toArgs: (report: string) => [`--outputFile.json=${report}`],
    toCounts: vitestCounts,
  },
  playwright: {
    command: [inPackage('@playwright/test', 'cli.js'), 'test'],
    reporters: [`--reporter=list,json,${fileHere('playwrightProgress.ts')}`],
    toEnv: (report: string) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    toArgs: () => [],
    toCounts: playwrightCounts,
  },
}

/**
 * Runs Vitest or Playwright as a child process, and ends it with all its processes when a test file hangs. A file that
 * takes long but whose tests go on is only named.
 */
export async function runSuite(parameters: SuiteParameters): Promise<SuiteResult> {
  const folder = mkdtempSync(join(tmpdir(), 'crm-chat-test-'))
  const report = join(folder, 'report.json')
  try {
    const progress = createTestProgress()
    const child = start({ ...parameters, report })
    child.on('message', (event) => progress.add(event as TestEvent)) // The reporter is ours.
    const watch = watchProgress({ ...parameters, progress, onHung: () => kill(child) })
    const code = await exitOf(child).finally(watch.stop)
    const counts = runners[parameters.runner].toCounts(readReport(report))
    return {
      counts: withExitCode({ counts, code }),
      times: progress.times(),
      skips: progress.skips(),
      unsteady: progress.unsteady(),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A runner that fails without a failed test (an unhandled error, a file that does not load, a hung file) is a failure too. */
function withExitCode({ counts, code }: { counts: Counts; code: number | null }): Counts {
  return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {} // The runner ended before it wrote the report: its exit code decides.
  }
}

/** The child's exit code, or `null` when it was ended. The child does not outlive this process. */
async function exitOf(child: ChildProcess): Promise<number | null> {
  const interrupt = (): void => {
    kill(child)
    process.exit(1)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, interrupt)
  try {
    return await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  } finally {
    for (const signal of signals) process.off(signal, interrupt)
  }
}

/** Starts the runner as the leader of a process group, so that it can be ended together with its workers. */
function start({
  runner,
  args = [],
  env = process.env,
  onOutput,
  report,
}: SuiteParameters & { report: string }): ChildProcess {
  const { command, reporters, toEnv, toArgs } = runners[runner]
  const output = onOutput ? 'pipe' : 'inherit'
  const child = spawn(process.execPath, [...command, ...args, ...reporters, ...toArgs(report)], {
    env: { ...env, ...toEnv(report) },
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  })
  if (onOutput) for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onOutput)
  return child
}

function kill({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** Names files that take long, and calls `onHung` when one hangs. */
function watchProgress({
  progress,
  hungMs = 300_000,
  silentMs = 600_000,
  onOutput = (text) => void process.stderr.write(text),
  onHung,
}: Pick<SuiteParameters, 'hungMs' | 'silentMs' | 'onOutput'> & { progress: TestProgress; onHung: () => void }): {
  stop: () => void
} {
  const named = new Set<string>()
  const look = (): void => {
    for (const { file, ms } of progress.running()) {
      if (ms > hungMs && !named.has(file)) onOutput(`\nStill running after ${inWords(ms)}: ${file}\n`)
      if (ms > hungMs) named.add(file)
    }
    const hung = describeHung({ progress, hungMs, silentMs })
    if (hung === undefined) return
    clearInterval(timer)
    onOutput(`\n${hung} The run was ended.\n`)
    onHung()
  }
  const timer = setInterval(look, Math.min(1_000, hungMs / 4))
  return { stop: () => clearInterval(timer) }
}

function describeHung({
  progress,
  hungMs,
  silentMs,
}: {
  progress: TestProgress
  hungMs: number
  silentMs: number
}): string | undefined {
  const files = progress.running().filter((file) => file.silentMs > hungMs)
  if (files.length > 0)
    return `No test has ended for ${inWords(hungMs)} in ${files.map(({ file }) => file).join(' and ')}.`
  if (progress.silentMs() > silentMs) return `The test runner has reported nothing for ${inWords(silentMs)}.`
  return undefined
}

/** A time, e.g. `2 min` or `3.2 s`. */
function inWords(ms: number): string {
  return ms >= 60_000 ? `${Math.round(ms / 60_000)} min` : `${(ms / 1_000).toFixed(1)} s`
}

function inPackage(name: string, file: string): string {
  return join(require.resolve(`${name}/package.json`), '..', file)
}

function fileHere(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}
