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

/** Built anew on each change, apart from the build that tests and users get. */
const sandboxPages = join(root, '.data/sandbox-pages')

interface DevProcess {
  folder: string
  package: string
  args: string[]
  env: Record<string, string>
}

/** The sandbox from source, which restarts on change. */
const sandbox: DevProcess = {
  folder: 'packages/sandbox',
  package: 'tsx',
  args: [...watch, 'src/cli.ts', '--data', '../../.data/sandbox.sqlite'],
  env: { SANDBOX_PORT: String(sandboxPort), SANDBOX_PAGES: sandboxPages },
}

/** Its pages, which load again once they are built. */
const pagesOfSandbox: DevProcess = {
  folder: 'packages/sandbox',
  package: 'vite',
  args: ['build', '--watch', '--config', 'vite.web.config.ts', '--outDir', sandboxPages],
  env: {},
}

/** The server of the CRM from source, which restarts on change. */
const crm: DevProcess = {
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
}

/** Its pages, which take each change of the CRM and of our packages without loading again. */
const pagesOfCrm: DevProcess = {
  folder: 'apps/crm',
  package: 'vite',
  args: ['--host', '127.0.0.1', '--port', String(pagesPort), '--strictPort'],
  env: { CRM_SERVER_URL: `http://127.0.0.1:${serverPort}` },
}

const children: ChildProcess[] = []
const ending = new AbortController()
const { signal } = ending

try {
  const claim = await claimFolder(join(root, '.data'))
  buildDemo()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, stop)
  for (const one of [sandbox, pagesOfSandbox, pagesOfCrm]) startProcess(one)
  claim.setUrls([serverPort, sandboxPort, pagesPort].map((port) => `http://127.0.0.1:${port}`))
  await untilReached({ url: sandboxUrl, signal }) // The CRM registers its webhooks there as it starts.
  if (!signal.aborted) {
    startProcess(crm)
    const customers = startCustomers({ apiKey, sandboxUrl })
    signal.addEventListener('abort', customers.stop)
    console.log(`\n  The CRM's pages, from source: http://127.0.0.1:${pagesPort}\n`)
    const crmUrl = `http://127.0.0.1:${serverPort}`
    await fillInbox({ apiKey, sandboxUrl, crmUrl, onLine: (_, line) => console.log(line) })
  }
} catch (error) {
  const isRunning = error instanceof AlreadyRunningError
  console[isRunning ? 'log' : 'error'](error instanceof Error ? error.message : String(error))
  process.exitCode = isRunning ? 0 : 1
}

/** Stops all processes. */
function stop(): void {
  ending.abort()
  for (const child of children) child.kill('SIGTERM')
}

/** Waits for a server that has just been started; it may take long on a busy machine. */
async function untilReached({ url, signal }: { url: string; signal: AbortSignal }): Promise<void> {
  while (!signal.aborted && !(await fetch(url).catch(() => undefined)))
    await new Promise((resolve) => setTimeout(resolve, 200))
}

/** Starts the command of a package, which ends with this process, however that ends. All end as soon as one of them does. */
function startProcess({ folder, package: name, args, env }: DevProcess): void {
  const cwd = join(root, folder)
  const child = spawn(process.execPath, [...endWithParent, commandOf({ name, cwd }), ...args], {
    cwd,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, WAZZUP_API_KEY: apiKey, ...env },
  })
  child.once('exit', stop)
  children.push(child)
}

/** File of the command that a package of this name brings, as seen from a folder. */
function commandOf({ name, cwd }: { name: string; cwd: string }): string {
  const require = createRequire(join(cwd, 'package.json'))
  const manifest = require.resolve(`${name}/package.json`)
  const { bin }: { bin: string | Record<string, string> } = require(manifest)
  return join(dirname(manifest), typeof bin === 'string' ? bin : (bin[name] ?? ''))
}
