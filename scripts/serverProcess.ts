import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Parameters of {@link startServer}. */
export interface ServerParameters {
  /** Name of the server in messages. */
  name: string
  /** Arguments of `node`. */
  command: string[]
  env: Record<string, string>
  /** Called with each line of output that is not the ready line. */
  onLine: (line: string) => void
}

/** A running server of the demo. */
export interface ServerProcess {
  url: string
  /** Resolves when the process has ended, with its exit code. */
  exited: Promise<number>
  /** Sends SIGTERM, and SIGKILL after five seconds. */
  stop: () => Promise<void>
}

/** Arguments of `node` that end a process as soon as its parent is gone, whose channel it needs. */
export const endWithParent = ['--import', new URL('endWithParent.mjs', import.meta.url).href]

/** Starts a server and waits until it prints a JSON line with its URL. It ends with this process, however that ends. */
export async function startServer(parameters: ServerParameters): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...endWithParent, ...parameters.command], {
    env: { ...process.env, ...parameters.env, CRM_CHAT_READY: 'json' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  const url = await readUrl({ child, exited, parameters })
  return { url, exited, stop: () => stop({ child, exited }) }
}

function readUrl({
  child,
  exited,
  parameters,
}: {
  child: ChildProcess
  exited: Promise<number>
  parameters: ServerParameters
}): Promise<string> {
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', (line) => {
        const url = readyUrl(line)
        if (url) resolve(url)
        else parameters.onLine(line)
      })
    }
    exited.then((code) => reject(new Error(`${parameters.name} ended with code ${code} before it was ready.`)))
  })
}

function readyUrl(line: string): string | undefined {
  if (!line.startsWith('{"ready":')) return undefined
  const parsed: { url?: unknown } = JSON.parse(line)
  return typeof parsed.url === 'string' ? parsed.url : undefined
}

async function stop({ child, exited }: { child: ChildProcess; exited: Promise<number> }): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 5000)
  await exited
  clearTimeout(force)
}
