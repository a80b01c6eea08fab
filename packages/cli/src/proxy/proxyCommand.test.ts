import type { ServerResponse } from 'node:http'
import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../test/runCli.ts'
import { spawnCli } from '../../test/spawnCli.ts'
import { startProxyCommand } from '../../test/startProxyCommand.ts'
import { findClosedPort, startServer } from '../../test/startServer.ts'
import { writeConfig, writeV2Config } from '../../test/writeConfig.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, limit: false })
})
afterAll(() => sandbox.close())

const env = (changes: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  WAZZUP_API_KEY: sandbox.apiKey,
  VENDOR_URL: sandbox.url,
  ...changes,
})
const signedIn = { headers: { cookie: 'user=7' } }

it('serves the operations of a configuration, and nothing else', async () => {
  const { url } = await startProxyCommand({ file: writeV2Config(), env: env() })
  expect(await (await fetch(`${url}/chat/session`, signedIn)).json()).toMatchObject({
    user: { id: '7', name: 'Kate' },
    vendor: 'wazzup-v2',
  })
  expect((await fetch(`${url}/chat/session`)).status).toBe(401)
  expect((await fetch(`${url}/livez`)).status).toBe(200)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect((await fetch(`${url}/metrics`)).status).toBe(404)
  expect((await fetch(`${url}/`)).status).toBe(404)
})

it('takes a configuration that is an object, which brings its own backend', async () => {
  const file = writeConfig(`export default {
    backend: { name: 'own', chatTypes: [], redact: (text) => text },
    identify: async () => ({ id: 1, name: 'Ann' }),
    basePath: '/api/chat',
  }`)
  const { url } = await startProxyCommand({ file, env: {} })
  expect(await (await fetch(`${url}/api/chat/session`)).json()).toMatchObject({ user: { id: '1' }, vendor: 'own' })
})

it('serves metrics on a port of their own', async () => {
  const run = await startProxyCommand({ file: writeV2Config(), env: env(), args: ['--metrics-port', '0'] })
  await fetch(`${run.url}/chat/session`)
  const metrics = /"metrics":"([^"]+)"/.exec(run.output.stdout)?.[1]
  expect(await (await fetch(`${metrics}/metrics`)).text()).toContain('operation="session",code="unauthenticated"')
  expect((await fetch(`${metrics}/chat/session`)).status).toBe(404)
})

it('starts while the vendor is away, and writes why to the log', async () => {
  const run = await startProxyCommand({ file: writeV2Config(), env: env({ VENDOR_URL: await findClosedPort() }) })
  await expect.poll(() => run.output.stdout).toContain('"code":"upstream_unavailable"')
  expect((await fetch(`${run.url}/readyz`)).status).toBe(200)
})

it('writes to the log that the vendor takes the key, and never the key', async () => {
  const taken = await startProxyCommand({ file: writeV2Config(), env: env() })
  await expect.poll(() => taken.output.stdout).toContain('the vendor takes the key')
  const refused = await startProxyCommand({ file: writeV2Config(), env: env({ WAZZUP_API_KEY: 'canary-key-123456' }) })
  await expect.poll(() => refused.output.stdout).toContain('"code":"upstream_auth"')
  expect(`${refused.output.stdout}${refused.output.stderr}`).not.toContain('canary-key')
})

describe('with REDIS_URL', () => {
  const redis = { REDIS_URL: 'redis://:canary-pw@127.0.0.1:1' }

  it('needs the secret that signs what is in Redis', async () => {
    const run = runCli(['proxy', '--config', writeV2Config(), '--port', '0'], { env: env(redis) })
    expect(await run.exited).toBe(2)
    expect(run.output.stderr).toContain('shared: CRM_CHAT_SECRET must have at least 32 characters')
    expect(run.output.stderr).not.toContain('canary-pw')
  })

  it('names it where it is no address of a Redis', async () => {
    const run = runCli(['proxy', '--config', writeV2Config(), '--port', '0'], {
      env: env({ REDIS_URL: 'https://:canary-pw@redis.example.com' }),
    })
    expect(await run.exited).toBe(2)
    expect(run.output.stderr).toContain('shared: REDIS_URL must begin with redis:// or rediss://')
    expect(run.output.stderr).toContain('CRM_CHAT_SECRET')
    expect(run.output.stderr).not.toContain('canary-pw')
  })

  it('starts while Redis is away, and shows no password', async () => {
    const run = await startProxyCommand({
      file: writeV2Config(),
      env: env({ ...redis, CRM_CHAT_SECRET: 's'.repeat(32) }),
    })
    expect((await fetch(`${run.url}/chat/session`, signedIn)).status).toBe(200)
    run.stop()
    expect(await run.exited).toBe(0)
    expect(`${run.output.stdout}${run.output.stderr}`).not.toContain('canary-pw')
  })
})

it('names a port that is in use', async () => {
  const { port } = new URL(await startServer((_, response) => response.end()))
  const run = runCli(['proxy', '--config', writeV2Config(), '--port', port], { env: env() })
  expect(await run.exited).toBe(1)
  expect(run.output.stderr).toContain(`Port ${port} is in use. Choose another address with --host and --port.`)
})

it('names the port for metrics when that is in use, and stops what it has started', async () => {
  const { port } = new URL(await startServer((_, response) => response.end()))
  const { port: own } = new URL(await findClosedPort())
  const args = ['proxy', '--config', writeV2Config(), '--port', own, '--metrics-port', port]
  const run = runCli(args, { env: env() })
  expect(await run.exited).toBe(1)
  expect(run.output.stderr).toContain(
    `Port ${port} is in use. Choose another address with --metrics-host and --metrics-port.`,
  )
  await expect(fetch(`http://127.0.0.1:${own}/livez`)).rejects.toThrow()
})

it('keeps metrics on this machine, whatever address pages use', async () => {
  const args = ['--host', '0.0.0.0', '--metrics-port', '0']
  const hostOf = (output: string): string => new URL(/"metrics":"([^"]+)"/.exec(output)?.[1] ?? '').hostname
  const own = await startProxyCommand({ file: writeV2Config(), env: env(), args })
  expect(hostOf(own.output.stdout)).toBe('127.0.0.1')
  const open = await startProxyCommand({
    file: writeV2Config(),
    env: env(),
    args: [...args, '--metrics-host', '0.0.0.0'],
  })
  expect(hostOf(open.output.stdout)).toBe('0.0.0.0')
})

it.each(['loud', 'INFO', 'constructor'])('exits with 2 for LOG_LEVEL=%s, and names the variable', async (level) => {
  const run = runCli(['proxy', '--config', writeV2Config(), '--port', '0'], { env: env({ LOG_LEVEL: level }) })
  expect(await run.exited).toBe(2)
  expect(run.output.stderr).toBe('crm-chat: LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.\n')
})

it.each([
  ['--port', ['--port', '1e3'], {}],
  ['PORT', [], { PORT: 'http' }],
  ['--metrics-port', ['--port', '0', '--metrics-port', '-'], {}],
])('names %s when that is no port', async (name, args, changes) => {
  const run = runCli(['proxy', '--config', 'x', ...args], { env: changes })
  expect(await run.exited).toBe(2)
  expect(run.output.stderr).toBe(`crm-chat: ${name} must be a port: a number from 0 to 65535.\n`)
})

it.each([
  ['neither a configuration nor the sandbox', []],
  ['both', ['--sandbox', '--config', 'x']],
  ['a port that is none', ['--config', 'x', '--port', '99999']],
  ['a time that is none', ['--config', 'x', '--drain', 'soon']],
])('exits with 2 for %s', async (_, args) => {
  const run = runCli(['proxy', ...args])
  expect(await run.exited).toBe(2)
  expect(run.output.stderr).toMatch(/^crm-chat: .+\n$/)
})

describe('as a process, after SIGTERM', () => {
  it('lets a request under way finish, sends pages elsewhere, and exits with 0', async () => {
    let held: ServerResponse | undefined
    let mayHold = false
    const vendor = await startServer(({ url }, response) => {
      if (mayHold && url === '/v2/channels') held = response
      else response.end('[]')
    })
    const run = spawnCli(['proxy', '--config', writeV2Config(), '--port', '0', '--drain', '1'], {
      env: env({ VENDOR_URL: vendor }),
    })
    await expect.poll(() => run.output.stdout).toContain('the chat proxy listens')
    const url = /"url":"([^"]+)"/.exec(run.output.stdout)?.[1]
    const events = await fetch(`${url}/chat/events`, signedIn)
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
    await reader?.read()
    await expect.poll(() => run.output.stdout).toContain('the vendor takes the key')
    mayHold = true
    const waiting = fetch(`${url}/chat/channels`, signedIn)
    await expect.poll(() => held).toBeDefined()
    run.child.kill('SIGTERM')
    await expect.poll(() => run.output.stdout).toContain('the chat proxy stops')
    let text = ''
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) text += part.value
    expect(text).toContain('event: drain')
    held?.end('[]')
    expect((await waiting).status).toBe(200)
    expect(await run.exited).toBe(0)
    expect(run.output.stdout).toContain('the chat proxy has stopped')
  })
})
