import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** Made by `bundleCli.ts`. */
const cli = fileURLToPath(new URL('../node_modules/.test/cli.js', import.meta.url))

/** The running command. */
export interface CliRun {
  child: ChildProcessByStdio<null, Readable, Readable>
  /** Its output so far. */
  output: { stdout: string; stderr: string }
  /** Its exit code. */
  exited: Promise<number | null>
}

/** Runs the command as a child process, by default in the folder of the tests. */
export function runCli(flags: string[], env: Record<string, string> = {}, folder?: string): CliRun {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [cli, ...flags], {
    env: { PATH, HOME, ...env },
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text
  })
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, output, exited }
}
