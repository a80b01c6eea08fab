import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Outcome of one test. */
export interface TestOutcome {
  /** Titles of its groups and its own, separated by a space. */
  title: string
  passed: boolean
}

interface Report {
  testResults: { assertionResults: { fullName: string; status: string }[] }[]
}

/**
 * Runs test files in a directory, or those of their tests whose title begins so. @returns the outcome of each test that ran;
 * none where the run broke down.
 */
export async function runTests({
  directory,
  files,
  title,
}: {
  directory: string
  files: string[]
  title?: string
}): Promise<TestOutcome[]> {
  const output = join(directory, 'mutation-report.json')
  rmSync(output, { force: true })
  await new Promise<void>((resolve, reject) => {
    const vitest = join(directory, 'node_modules/vitest/vitest.mjs')
    const run = spawn(
      process.execPath,
      [vitest, 'run', '--reporter=json', `--outputFile=${output}`, '--maxWorkers=1', ...toFilter(title), ...files],
      { cwd: directory, stdio: 'ignore' },
    )
    const timer = setTimeout(() => run.kill('SIGKILL'), maxFileMs * files.length)
    run.once('error', reject)
    run.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })
  return readReport(output).filter(({ status }) => title === undefined || status !== 'skipped')
}

function toFilter(title: string | undefined): string[] {
  return title === undefined ? [] : [`--testNamePattern=^${title.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`]
}

/** A control that bounds a wait may leave the tests waiting without it. */
const maxFileMs = 300_000

function readReport(file: string): (TestOutcome & { status: string })[] {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report // Of vitest itself.
    return report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({ title: fullName, passed: status === 'passed', status })),
    )
  } catch {
    return []
  }
}
