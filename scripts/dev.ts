import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDemo } from './buildDemo.ts'
import { AlreadyRunningError, claimFolder } from './claimFolder.ts'
import { fillInbox, toVendorEnv } from './demo.ts'
import { startCustomers } from './inbox/startCustomers.ts'
import { portFrom } from './ports.ts'
import { endWithParent } from './serverProcess.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const sandboxPort = portFrom({ name: 'SANDBOX_PORT', fallback: 4010 })
const serverPort = portFrom({ name: 'PORT', fallback: 3000 })
const pagesPort = portFrom({ name: 'PAGES_PORT', fallback: 5173 })
const sandboxUrl = `http://127.0.0.1:${sandboxPort}`
const apiKey = process.env.WAZZUP_API_KEY || 'sandbox_wazzup'
const watch = ['watch', '--conditions=crm-chat-source']

/** Servers that run from source and restart on change. The sandbox's pages and the stylesheet come from the build. */
const processes = [
  {
    folder: 'packages/sandbox',
    package: 'tsx',
    args: [...watch, 'src/cli.ts', '--data', '../../.data/sandbox.sqlite'],
    env: { SANDBOX_PORT: String(sandboxPort) },
  },
  {
    folder: 'apps/crm',
    package: 'tsx',
    args: [...watch, 'src/server/main.ts'],
    env: {
      PORT: String(serverPort),
      ...toVendorEnv({ sandboxUrl, apiKey }),
      CRM_DATA: '../../.data/crm.sqlite',
      CRM_WEBHOOK_SECRET: randomBytes(24).toString('base64url'),
      CRM_PUBLIC_URL: `http://127.0.0.1:${serverPort}`,
    },
  },
  {
    folder: 'apps/crm',
    package: 'vite',
    args: ['--host', '127.0.0.1', '--port', String(pagesPort), '--strictPort'],
    env: { CRM_SERVER_URL: `http://127.0.0.1:${serverPort}` },
  },
]

try {
  const claim = await claimFolder(join(root, '.data'))
  buildDemo()
  const children = processes.map(startProcess)
  const customers = startCustomers({ apiKey, sandboxUrl })
  const ending = new AbortController()
  const stop = (): void => {
    ending.abort()
    customers.stop()
    for (const child of children) child.kill('SIGTERM')
  }
  for (const child of children) child.once('exit', stop) // All processes stop as soon as one of them ends.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  claim.setUrls([serverPort, sandboxPort, pagesPort].map((port) => `http://127.0.0.1:${port}`))
  console.log(`\n  The CRM's pages, from source: http://127.0.0.1:${pagesPort}\n`)
  await untilReached({ url: sandboxUrl, signal: ending.signal })
  if (!ending.signal.aborted)
    await fillInbox({
      apiKey,
      sandboxUrl,
      crmUrl: `http://127.0.0.1:${serverPort}`,
      onLine: (_, line) => console.log(line),
    })
} catch (error) {
  const isRunning = error instanceof AlreadyRunningError
  console[isRunning ? 'log' : 'error'](error instanceof Error ? error.message : String(error))
  process.exitCode = isRunning ? 0 : 1
}

/** Waits for a server that has just been started; it may take long on a busy machine. */
async function untilReached({ url, signal }: { url: string; signal: AbortSignal }): Promise<void> {
  while (!signal.aborted && !(await fetch(url).catch(() => undefined)))
    await new Promise((resolve) => setTimeout(resolve, 200))
}

/** Starts the command of a package, which ends with this process, however that ends. */
function startProcess({ folder, package: name, args, env }: (typeof processes)[number]): ChildProcess {
  const cwd = join(root, folder)
  return spawn(process.execPath, [...endWithParent, commandOf({ name, cwd }), ...args], {
    cwd,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, WAZZUP_API_KEY: apiKey, ...env },
  })
}

/** File of the command that a package of this name brings, as seen from a folder. */
function commandOf({ name, cwd }: { name: string; cwd: string }): string {
  const require = createRequire(join(cwd, 'package.json'))
  const manifest = require.resolve(`${name}/package.json`)
  const { bin }: { bin: string | Record<string, string> } = require(manifest)
  return join(dirname(manifest), typeof bin === 'string' ? bin : (bin[name] ?? ''))
}
