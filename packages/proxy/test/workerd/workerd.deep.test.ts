import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createPage } from '../conformance/page.ts'
import { requestCases } from '../conformance/requestCases.ts'
import { type ConformanceVendor, startVendor } from '../conformance/startVendor.ts'
import { findFreePort, type RunningCommand, startCommand } from '../startCommand.ts'
import { createBundle } from './createBundle.ts'

const installMs = 10 * 60_000
const folder = mkdtempSync(join(tmpdir(), 'crm-chat-workerd-'))

let vendor: ConformanceVendor
let runtime: RunningCommand
let url: string

beforeAll(async () => {
  vendor = await startVendor()
  for (const name of ['package.json', 'package-lock.json']) {
    cpSync(fileURLToPath(new URL(name, import.meta.url)), join(folder, name))
  }
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund']
  await promisify(execFile)('npm', ['ci', ...quiet], { cwd: folder, timeout: installMs })
  const port = await findFreePort()
  url = `http://127.0.0.1:${port}`
  writeFileSync(join(folder, 'worker.js'), await createBundle('es'))
  writeFileSync(join(folder, 'config.capnp'), toConfig({ port, vendorUrl: vendor.url }))
  runtime = await startCommand({
    file: join(folder, 'node_modules/.bin/workerd'),
    args: ['serve', 'config.capnp'],
    cwd: folder,
    env: process.env,
    url,
  })
}, installMs)

afterEach(() => vendor.reset())

afterAll(async () => {
  await runtime?.close()
  await vendor.close()
  rmSync(folder, { recursive: true, force: true })
})

const ownCases = requestCases.filter(({ prefix, forApps }) => prefix === undefined && !forApps)

it.each(ownCases)('$title', (conformanceCase) =>
  conformanceCase.run({ url, basePath: '/chat', page: createPage(url), vendor }),
)

it('offers neither a counter nor its events, because no socket outlives a request', async () => {
  const page = createPage(url)
  expect((await page.send({ path: '/chat/session' })).json().capabilities).toEqual(['window'])
  for (const path of ['/chat/events', '/chat/unanswered']) {
    const response = await page.send({ path })
    expect([response.status, response.code()]).toEqual([501, 'not_supported'])
  }
})

function toConfig({ port, vendorUrl }: { port: number; vendorUrl: string }): string {
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["private"]))
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);

const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-01-01",
  compatibilityFlags = ["enable_request_signal"],
  bindings = [(name = "VENDOR_URL", text = "${vendorUrl}")]
);
`
}
