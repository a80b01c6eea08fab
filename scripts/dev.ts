import { spawn } from 'node:child_process'
import { portFrom } from './ports.ts'

const sandboxPort = portFrom({ name: 'SANDBOX_PORT', fallback: 4010 })
const serverPort = portFrom({ name: 'PORT', fallback: 3000 })
const pagesPort = portFrom({ name: 'PAGES_PORT', fallback: 5173 })
const apiKey = process.env.WAZZUP_API_KEY || 'sandbox_wazzup'
const watch = ['watch', '--conditions=crm-chat-source']

/** Servers that run from source and restart on change. The sandbox's pages and the stylesheet come from the build. */
const processes = [
  {
    folder: 'packages/sandbox',
    command: ['tsx', ...watch, 'src/cli.ts', '--data', '../../.data/sandbox.sqlite'],
    env: { SANDBOX_PORT: String(sandboxPort) },
  },
  {
    folder: 'apps/crm',
    command: ['tsx', ...watch, 'src/server/main.ts'],
    env: {
      PORT: String(serverPort),
      WAZZUP_URL: `http://127.0.0.1:${sandboxPort}`,
      CRM_DATA: '../../.data/crm.sqlite',
    },
  },
  {
    folder: 'apps/crm',
    command: ['vite', '--host', '127.0.0.1', '--port', String(pagesPort), '--strictPort'],
    env: { CRM_SERVER_URL: `http://127.0.0.1:${serverPort}` },
  },
]

const children = processes.map(({ folder, command: [name = '', ...args], env }) => {
  const cwd = new URL(`../${folder}`, import.meta.url)
  return spawn(name, args, { cwd, stdio: 'inherit', env: { ...process.env, WAZZUP_API_KEY: apiKey, ...env } })
})

for (const child of children) child.once('exit', stop)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
console.log(`\n  The CRM's pages, from source: http://127.0.0.1:${pagesPort}\n`)

/** Stops all processes as soon as one of them ends. */
function stop(): void {
  for (const child of children) child.kill('SIGTERM')
}
