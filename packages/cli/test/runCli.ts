import { onTestFinished } from 'vitest'
import type { Shell } from '../src/command.ts'
import { runCommand } from '../src/runCommand.ts'

/** A command that runs in the process of the tests. */
export interface CliRun {
  output: { stdout: string; stderr: string }
  /** Asks it to end, as a signal does. */
  stop: () => void
  /** Its exit code. */
  exited: Promise<number>
}

/** Runs a command line. It is stopped at the end of the test. */
export function runCli(
  args: string[],
  { env = {}, fetch = globalThis.fetch, readInput = async () => '' }: Partial<Shell> = {},
): CliRun {
  const output = { stdout: '', stderr: '' }
  let stop = (): void => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const shell: Shell = {
    env,
    fetch,
    print: (text) => {
      output.stdout += `${text}\n`
    },
    printError: (text) => {
      output.stderr += `${text}\n`
    },
    readInput,
    untilStopped: () => stopped,
  }
  const exited = runCommand({ args, shell })
  onTestFinished(async () => {
    stop()
    await exited.catch(() => {})
  })
  return { output, stop, exited }
}
