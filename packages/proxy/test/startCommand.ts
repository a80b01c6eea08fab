import { spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { eventually } from './eventually.ts'

/** A server in a process of its own. */
export interface RunningCommand {
  close: () => Promise<void>
}

/** Starts a command, and waits until it responds at `url`. @throws {Error} with the command's output if it ends before that. */
export async function startCommand({
  file,
  args,
  cwd,
  env,
  url,
}: {
  file: string
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
  url: string
}): Promise<RunningCommand> {
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = `${output}${text}`.slice(-10_000)
    })
  }
  const exited = new Promise<never>((_, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`${file} ended with ${code}.\n${output}`)))
  })
  exited.catch(() => {}) // It ends at the end of a test too.
  await Promise.race([exited, eventually(() => fetch(url))])
  return {
    close: async () => {
      child.kill('SIGKILL')
      await exited.catch(() => {})
    },
  }
}

/** Returns a port that nothing listens at. */
export async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // A TCP server's address is no string.
  await new Promise((resolve) => server.close(resolve))
  return port
}
