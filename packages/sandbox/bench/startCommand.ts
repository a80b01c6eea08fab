import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

/** The built command, running as a process of its own. */
export interface RunningCommand {
  url: string
  /** From the start of `node` to the first answer, in milliseconds. */
  readyMs: number
  /** Resident memory, in megabytes. */
  memoryMb: () => number
  /** Processor time that it has used, in seconds. */
  cpuSeconds: () => number
  stop: () => Promise<void>
}

/** Starts the built command and waits until it answers. */
export async function startCommand(flags: string[] = []): Promise<RunningCommand> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [cli, '--port', '0', ...flags], {
    env: { PATH: process.env.PATH, CRM_CHAT_READY: 'json' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))))
  const { url }: { url: string } = JSON.parse(line)
  await (await fetch(`${url}/livez`)).arrayBuffer()
  return {
    url,
    readyMs: performance.now() - startedAt,
    memoryMb: () => readMemory(child.pid ?? 0),
    cpuSeconds: () => readCpu(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** Its own time and the system's on its behalf, which Linux counts in hundredths. */
function readCpu(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** As Linux tells it, which is where benches run. */
function readMemory(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}
