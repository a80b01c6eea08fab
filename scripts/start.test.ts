import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'

const scripts = dirname(fileURLToPath(import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** Stands for a built server: it says where it is, and closes when it is told to, as the real ones do. */
const serverOn = (port: string): string => `
import { createServer } from 'node:http'
import { appendFileSync } from 'node:fs'
const server = createServer((_, response) => response.end(String(process.pid)))
server.listen(Number(process.env.${port}), '127.0.0.1', () => {
  const url = 'http://127.0.0.1:' + server.address().port
  appendFileSync('servers.txt', process.pid + ' ' + url + '\\n')
  console.log(JSON.stringify({ ready: true, url }))
})
process.once('SIGTERM', () => server.close(() => process.exit(0)))
`

let folder = ''
const file = (name: string): string => join(folder, name)
const read = (name: string): string => (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '')

beforeEach(() => {
  const parent = mkdtempSync(join(tmpdir(), 'crm-chat-start-'))
  onTestFinished(async () => {
    await vi.waitFor(async () => expect(await countServers()).toBe(0), { timeout: 20_000 })
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
  })
  folder = join(parent, "with space, 100% ü, #1, 'quoted'", 'Рабочий стол')
  cpSync(scripts, file('scripts'), { recursive: true, filter: (path) => !/\.test\.ts$|fixtures/.test(path) })
  write('package.json', '{ "type": "module" }')
  write('packages/sandbox/dist/cli.js', serverOn('SANDBOX_PORT'))
  write('apps/crm/dist/server/main.js', serverOn('PORT'))
  write('bin/pnpm', '#!/bin/sh\necho built >> built.txt\n')
  chmodSync(file('bin/pnpm'), 0o755)
})

it('builds and starts both servers in a folder with any name, and shows how to use the sandbox from another server', async () => {
  const demo = start()
  await demo.untilReady()
  expect(read('built.txt')).toBe('built\n')
  const [sandboxUrl] = /http:\/\/127\.0\.0\.1:\d+(?=\/_sandbox$)/m.exec(demo.output()) ?? []
  expect(demo.output()).toContain(`apiKey: 'sandbox_wazzup',\n    baseUrl: '${sandboxUrl}',\n`)
  expect((await fetch(`${sandboxUrl}/`)).status).toBe(200)
  demo.child.kill('SIGTERM')
  expect(await demo.exitCode()).toBe(0)
  expect(await countServers()).toBe(0)
  expect(existsSync(file('.data/running.json'))).toBe(false)
})

it('changes nothing when it is started again, and says where it is running', async () => {
  const first = start()
  await first.untilReady()
  const before = [read('built.txt'), read('servers.txt'), read('.data/running.json')]
  const second = start()
  expect(await second.exitCode()).toBe(0)
  const { urls } = JSON.parse(read('.data/running.json'))
  expect(second.output()).toContain(`already running at ${urls.join(' and ')} (process ${first.child.pid})`)
  expect([read('built.txt'), read('servers.txt'), read('.data/running.json')]).toEqual(before)
  expect((await fetch(urls[0])).status).toBe(200)
})

it('leaves no server behind when it is killed, and starts again at once on the same ports', async () => {
  const first = start()
  await first.untilReady()
  const urls: string[] = JSON.parse(read('.data/running.json')).urls
  first.child.kill('SIGKILL')
  await first.exitCode()
  const [PORT = '', SANDBOX_PORT = ''] = urls.map((url) => new URL(url).port)
  const second = start({ PORT, SANDBOX_PORT })
  await second.untilReady()
  expect(JSON.parse(read('.data/running.json'))).toEqual({ pid: second.child.pid, urls })
  expect(await countServers()).toBe(2)
})

it('names a taken port before it builds', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await vi.waitFor(() => expect(other.listening).toBe(true), 45_000)
  const { port } = other.address() as AddressInfo // A TCP server has a port.
  const demo = start({ SANDBOX_PORT: String(port) })
  expect(await demo.exitCode()).toBe(1)
  expect(demo.output()).toContain(`Port ${port} for the sandbox is in use.`)
  expect(read('built.txt')).toBe('')
  const { start: script } = JSON.parse(readFileSync(join(scripts, '../package.json'), 'utf8')).scripts
  expect(script).toBe('tsx scripts/start.ts') // Nothing is built before it.
  expect(existsSync(file('.data/running.json'))).toBe(false)
})

function write(name: string, content: string): void {
  mkdirSync(dirname(file(name)), { recursive: true })
  writeFileSync(file(name), content)
}

interface Started {
  child: ChildProcess
  output: () => string
  untilReady: () => Promise<void>
  exitCode: () => Promise<number | null>
}

/** Runs `start` on free ports. */
function start(env: Record<string, string> = {}): Started {
  const { WAZZUP_API_KEY: _, ...rest } = process.env
  const child = spawn(process.execPath, ['--import', tsx, 'scripts/start.ts'], {
    cwd: folder,
    env: { ...rest, PORT: '0', SANDBOX_PORT: '0', ...env, npm_execpath: file('bin/pnpm') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await exited
  })
  return {
    child,
    output: () => text,
    untilReady: () => vi.waitFor(() => expect(text).toContain('Ctrl+C stops both'), { timeout: 40_000 }),
    exitCode: () => exited,
  }
}

/** The number of servers that were ever started in the folder and still respond. */
async function countServers(): Promise<number> {
  const servers = read('servers.txt').trim().split('\n').filter(Boolean)
  const found = await Promise.all(
    servers.map(async (line) => {
      const [pid, url = ''] = line.split(' ')
      return fetch(url).then(
        async (response) => (await response.text()) === pid,
        () => false,
      )
    }),
  )
  return found.filter(Boolean).length
}
