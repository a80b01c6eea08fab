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

/** Runs test files in a directory. @returns the outcome of each test that ran; none where the run broke down. */
export async function runTests({ directory, files }: { directory: string; files: string[] }): Promise<TestOutcome[]> {
  const output = join(directory, 'mutation-report.json')
  rmSync(output, { force: true })
  await new Promise<void>((resolve, reject) => {
    const vitest = join(directory, 'node_modules/vitest/vitest.mjs')
    const run = spawn(
      process.execPath,
      [vitest, 'run', '--reporter=json', `--outputFile=${output}`, '--maxWorkers=1', ...files],
      { cwd: directory, stdio: 'ignore' },
    )
    const timer = setTimeout(() => run.kill('SIGKILL'), maxFileMs * files.length)
    run.once('error', reject)
    run.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })
  return readReport(output)
}

/** A control that bounds a wait may leave the tests waiting without it. */
const maxFileMs = 300_000

function readReport(file: string): TestOutcome[] {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report // Of vitest itself.
    return report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({ title: fullName, passed: status === 'passed' })),
    )
  } catch {
    return []
  }
}
