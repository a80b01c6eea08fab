import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createVisitor, type Visitor } from '../../test/createVisitor.ts'
import { eventually } from '../../test/eventually.ts'
import { type SlowVendor, startSlowVendor } from '../../test/startSlowVendor.ts'

const packageRoot = new URL('../..', import.meta.url)
const baseEnv = { PORT: '0', WAZZUP_API_KEY: 'test_api_key', WAZZUP_URL: 'http://127.0.0.1:9', CRM_DATA: ':memory:' }

/** Runs the server as a child process, killed when the test ends. */
function run(
  env: Record<string, string>,
): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const child = spawn(process.execPath, ['node_modules/.test/main.js'], {
    cwd: packageRoot,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function end(child: ReturnType<typeof run>): Promise<{ code: number; stdout: string; stderr: string }> {
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, stdout, stderr }
}

it.each(['SIGTERM', 'SIGINT'] as const)('reports once that it is ready, and exits cleanly on %s', async (signal) => {
  const child = run({ ...baseEnv, CRM_CHAT_READY: 'json' })
  const ended = end(child)
  const [line] = await once(child.stdout, 'data')
  const { ready, url } = JSON.parse(String(line))
  expect(ready).toBe('crm')
  expect(await (await fetch(`${url}/livez`)).json()).toEqual({ status: 'ok' })
  child.kill(signal)
  const { code, stdout, stderr } = await ended
  expect(code).toBe(0)
  expect(stdout).toBe(`${JSON.stringify({ ready: 'crm', url })}\n`)
  expect(stderr).toContain('"CRM listening"')
})

it('reports a used port in one line', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { code, stderr, stdout } = await end(run({ ...baseEnv, PORT: String(port) }))
  expect(code).toBe(1)
  expect(`${stdout}${stderr}`).toBe(
    `Port ${port} is in use. Stop the other program, or set PORT to another port (0 picks any free one).\n`,
  )
})

it('reports a missing variable in one line', async () => {
  const { code, stderr } = await end(run({ PORT: '0' }))
  expect(code).toBe(1)
  expect(stderr).toMatch(/^The environment: WAZZUP_API_KEY is missing[^\n]*\n$/)
})

it('reports an invalid database file in one line', async () => {
  const { code, stderr } = await end(run({ ...baseEnv, CRM_DATA: 'package.json' }))
  expect(code).toBe(1)
  expect(stderr).toMatch(/^CRM_DATA: cannot use package\.json: [^\n]*\n$/)
})

describe('with a chat window under way', () => {
  /** Starts the server and a window that waits for the vendor, and then tells the server to stop. */
  async function stopMidway({ signal, env = {} }: { signal: NodeJS.Signals; env?: Record<string, string> }): Promise<{
    vendor: SlowVendor
    window: ReturnType<Visitor['post']>
    stream: Promise<string>
    ended: ReturnType<typeof end>
  }> {
    const vendor = await startSlowVendor()
    const child = run({ ...baseEnv, ...env, WAZZUP_URL: vendor.url, CRM_CHAT_READY: 'json' })
    const ended = end(child)
    const { url } = JSON.parse(String((await once(child.stdout, 'data'))[0]))
    const ann = createVisitor(url)
    await ann.post('/api/login', { userId: 'ann' })
    const live = await fetch(`${url}/chat/events`, { headers: { cookie: ann.cookie() } })
    const window = ann.post('/chat/window', { scope: 'card', chats: [{ chatType: 'whatsapp', chatId: '79998887766' }] })
    await vendor.asked
    child.kill(signal)
    await eventually(() => expect(fetch(`${url}/livez`)).rejects.toThrow()) // It accepts no connections any more.
    return { vendor, window, stream: live.text(), ended }
  }

  it('finishes it on SIGTERM, ends live streams, and exits with 0', async () => {
    const { vendor, window, stream, ended } = await stopMidway({ signal: 'SIGTERM' })
    vendor.answer({ afterMs: 1_500 }) // Longer than the time for connections to close.
    expect(await window).toMatchObject({ status: 200, body: { url: `${vendor.url}/chat/?token=slow` } })
    expect(await stream).toContain('event:')
    expect((await ended).code).toBe(0)
  })

  it('exits with 0 at the deadline when the vendor does not respond', async () => {
    const { window, stream, ended } = await stopMidway({ signal: 'SIGINT', env: { CRM_DRAIN_MS: '300' } })
    await expect(window).rejects.toThrow()
    expect(await stream).toContain('event:')
    expect((await ended).code).toBe(0)
  })
})
