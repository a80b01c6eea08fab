import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleCommand } from '../../../../scripts/bundleCommand.ts'
import { findFreePort } from '../startCommand.ts'
import type { CrmMessage, CrmSettings } from './crmSettings.ts'

/** A process of the CRM at an address that stays the same. */
export interface Crm {
  url: string
  /** Starts it, again after it has ended. Resolves once it listens. */
  start: () => Promise<void>
  /** Kills it, as a machine that fails does. */
  kill: () => Promise<void>
  /** Lets it end in order. @returns its exit code */
  stop: () => Promise<number | null>
  /** Stops it without an end, until {@link Crm.resume}. */
  pause: () => void
  resume: () => void
  /** Its id, another one after each start. */
  processId: () => number
}

/** Starts a {@link Crm}. `onStall` is called where it got no processor for a while. */
export async function startCrm({
  onStall = () => {},
  ...settings
}: Omit<CrmSettings, 'port'> & { onStall?: (stall: { processId: number; ms: number }) => void }): Promise<Crm> {
  const port = await findFreePort()
  let child: ChildProcess | undefined

  async function start(): Promise<void> {
    const own = fork(await bundle(), {
      env: { PATH: process.env.PATH, CRM_SETTINGS: JSON.stringify({ ...settings, port } satisfies CrmSettings) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child = own
    await new Promise<void>((resolve, reject) => {
      own.on('message', (message: CrmMessage) => {
        if (message.kind === 'ready') resolve()
        else onStall({ processId: own.pid ?? 0, ms: message.ms })
      })
      own.once('exit', (code, signal) => reject(new Error(`The CRM ended with ${code ?? signal}.`)))
    })
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const own = child
    if (!own || own.exitCode !== null || own.signalCode !== null) return own?.exitCode ?? null
    const ended = once(own, 'exit')
    own.kill(signal)
    const [code] = await ended
    return code
  }

  await start()
  return {
    url: `http://127.0.0.1:${port}`,
    start,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    processId: () => child?.pid ?? 0,
  }
}

let bundled: Promise<string> | undefined

/** Bundles the process once for all tests of this one. @returns the file */
function bundle(): Promise<string> {
  bundled ??= (async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url))
    const outDir = `node_modules/.test/crm-${process.pid}`
    await bundleCommand({ root, entry: 'test/processChaos/crm.ts', outDir })
    process.once('exit', () => rmSync(join(root, outDir), { recursive: true, force: true }))
    return join(root, outDir, 'crm.js')
  })()
  return bundled
}
