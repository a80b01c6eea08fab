import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createPage } from '../conformance/page.ts'
import { requestCases } from '../conformance/requestCases.ts'
import { type ConformanceVendor, startVendor } from '../conformance/startVendor.ts'
import { streamCases } from '../conformance/streamCases.ts'
import { packAll } from '../packAll.ts'
import { findFreePort, type RunningCommand, startCommand } from '../startCommand.ts'

const run = promisify(execFile)
const installMs = 10 * 60_000
const source = fileURLToPath(new URL('app', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'crm-chat-next-'))
const next = join(folder, 'node_modules/next/dist/bin/next')

let vendor: ConformanceVendor

beforeAll(async () => {
  vendor = await startVendor()
  cpSync(source, folder, { recursive: true })
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund']
  await run('npm', ['ci', ...quiet], { cwd: folder, timeout: installMs })
  const tarballs = await packAll(folder)
  await run('npm', ['install', '--no-save', ...quiet, ...tarballs], { cwd: folder, timeout: installMs })
}, installMs)

afterEach(() => vendor.reset())

afterAll(async () => {
  await vendor.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each([
  { title: 'Next, as create-next-app sets it up', slashed: '0' },
  { title: 'Next with trailingSlash', slashed: '1' },
])('$title', ({ slashed }) => {
  let app: RunningCommand
  let url: string

  beforeAll(async () => {
    const { PATH, HOME } = process.env // Neither a key nor an address: a build has no secrets.
    const env = {
      PATH,
      HOME,
      TEST_TRAILING_SLASH: slashed,
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    } as const
    await run(process.execPath, [next, 'build'], { cwd: folder, env, timeout: installMs })
    const port = await findFreePort()
    url = `http://127.0.0.1:${port}`
    app = await startCommand({
      file: process.execPath,
      args: [next, 'start', '--hostname', '127.0.0.1', '--port', String(port)],
      cwd: folder,
      env: { ...env, WAZZUP_API_KEY: 'key', WAZZUP_URL: vendor.url },
      url,
    })
  }, installMs)

  afterAll(() => app.close())

  it.each([...requestCases, ...streamCases])('$title', async (conformanceCase) => {
    expect(conformanceCase.parsed).toBeUndefined()
    const basePath = `${conformanceCase.prefix ?? ''}/chat`
    await conformanceCase.run({ url, basePath, page: createPage(url), vendor })
  })
})
