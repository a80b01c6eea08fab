import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureRedis } from './redis.ts'

/** A Redis on a free port of 127.0.0.1, which ends with this process. */
export interface RedisServer {
  url: string
  /** Kills it, as a machine that fails does. */
  kill: () => Promise<void>
  /** Starts it again on the same port, after {@link RedisServer.kill}. */
  start: () => Promise<void>
  /** Stops it without an end, until {@link RedisServer.resume}. */
  pause: () => void
  resume: () => void
  /** Kills it and removes its files. */
  close: () => Promise<void>
}

/** Starts a {@link RedisServer}. With `keepsData` it knows after a kill what it knew before, and nothing otherwise. */
export async function startRedis({ keepsData = false }: { keepsData?: boolean } = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'crm-chat-redis-'))
  const port = await findFreePort()
  const file = ensureRedis()
  let child: ChildProcess | undefined

  async function start(): Promise<void> {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '']
    const own = spawn(file, [...args, '--appendonly', keepsData ? 'yes' : 'no'], { stdio: ['ignore', 'pipe', 'pipe'] })
    child = own
    await untilReady(own)
  }

  async function kill(): Promise<void> {
    const own = child
    child = undefined
    if (!own || own.exitCode !== null || own.signalCode !== null) return
    const ended = new Promise((resolve) => own.once('exit', resolve))
    own.kill('SIGKILL')
    await ended
  }

  const killNow = (): void => void child?.kill('SIGKILL')
  process.once('exit', killNow)
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill,
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    close: async () => {
      process.off('exit', killNow)
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output = `${output}${text}`.slice(-4_000)
        if (/Ready to accept connections/i.test(output)) resolve()
      })
    }
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Redis ended with ${code}:\n${output}`)))
  })
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // A TCP server's address is no string.
  await new Promise((resolve) => server.close(resolve))
  return port
}
