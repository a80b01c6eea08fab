import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** Made by `bundleCli.ts`. */
const cli = fileURLToPath(new URL('../node_modules/.test/cli.js', import.meta.url))

/** The command as a process. */
export interface CliProcess {
  child: ChildProcessByStdio<Writable, Readable, Readable>
  /** Its output so far. */
  output: { stdout: string; stderr: string }
  /** Its exit code; null after a signal. */
  exited: Promise<number | null>
}

/** Runs the command as a child process, which ends with the test. Its standard input is `input`. */
export function spawnCli(
  args: string[],
  { env = {}, input = '' }: { env?: NodeJS.ProcessEnv; input?: string } = {},
): CliProcess {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH, HOME, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => {}) // It may have exited without reading.
  child.stdin.end(input)
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  }
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, output, exited }
}
