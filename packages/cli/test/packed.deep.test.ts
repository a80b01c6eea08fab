import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

const run = promisify(execFile)
const installMs = 10 * 60_000
const packages = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'crm-chat-packed-'))
const command = join(folder, 'node_modules', '.bin', 'crm-chat')
const { PATH, HOME } = process.env

/** Packs the command and the packages that it needs, as they are published, and installs them. They have to be built. */
beforeAll(async () => {
  const files: string[] = []
  for (const name of ['protocol', 'vendors', 'proxy', 'sandbox', 'cli']) {
    const file = join(folder, `${name}.tgz`)
    await run('pnpm', ['--dir', join(packages, name), 'pack', '--out', file])
    files.push(file)
  }
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']
  await run('npm', ['install', ...quiet, ...files], { cwd: folder, timeout: installMs })
}, installMs)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the published command', () => {
  it('shows its help', async () => {
    const { stdout } = await run(command, ['--help'])
    expect(stdout).toContain('crm-chat proxy --sandbox')
  })

  it('runs with the sandbox in an empty folder until a signal, and leaves nothing there', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'crm-chat-empty-'))
    onTestFinished(() => rmSync(cwd, { recursive: true, force: true }))
    const args = ['proxy', '--sandbox', '--port', '0', '--sandbox-port', '0']
    const child = spawn(command, args, { cwd, env: { PATH, HOME }, stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    const exited = new Promise((resolve) => child.once('exit', resolve))
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    await expect.poll(() => output).toContain('Ctrl+C')
    const [url, sandboxUrl] = output.match(/http:\/\/[\d.:]+/g) ?? []
    expect((await fetch(`${url}/chat/session`)).status).toBe(200)
    expect(await (await fetch(`${sandboxUrl}/_sandbox`)).text()).toContain('<!doctype html>')
    child.kill('SIGINT')
    expect(await exited).toBe(0)
    expect(readdirSync(cwd)).toEqual([])
  })
})
