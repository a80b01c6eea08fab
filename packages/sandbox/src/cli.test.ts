import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { getMessages } from '../test/getMessages.ts'
import { makeFolder } from '../test/makeFolder.ts'
import { runCli } from '../test/runCli.ts'
import { startSandbox } from '../test/startSandbox.ts'

const anyPort = { SANDBOX_PORT: '0' }
const startMs = { timeout: 15_000 }

describe('crm-chat-sandbox', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('prints its address in one line, and exits with 0 on %s', async (signal) => {
    const { child, output, exited } = runCli([], anyPort)
    await expect.poll(() => output.stdout, startMs).toMatch(/^The sandbox is at http:\/\/127\.0\.0\.1:\d+\n$/)
    child.kill(signal)
    expect(await exited).toBe(0)
    expect(output.stderr).toBe('')
  })

  it('prints its address as JSON with --json, and never prints a given key', async () => {
    const { output } = runCli([], { ...anyPort, CRM_CHAT_READY: 'json', WAZZUP_API_KEY: 'canary-1f0a' })
    await expect.poll(() => output.stdout, startMs).toMatch(/\n$/)
    const { ready, url }: Record<string, string> = JSON.parse(output.stdout)
    expect(ready).toBe('sandbox')
    const call = (key: string) =>
      fetch(`${url}/v2/iframe`, { method: 'POST', headers: { authorization: `Basic ${key}` } })
    expect((await call('canary-1f0a')).status).toBe(400)
    expect((await call('sandbox_wazzup')).status).toBe(401)
    expect(JSON.stringify(output)).not.toContain('canary')
  })

  it('keeps its data in the given file', async () => {
    const data = join(await makeFolder(), 'sandbox.db')
    const { child, output, exited } = runCli(['--data', data, '--port', '0'], { CRM_CHAT_READY: 'json' })
    await expect.poll(() => output.stdout, startMs).toMatch(/\n$/)
    const { url } = JSON.parse(output.stdout)
    await fetch(`${url}/_sandbox/simulate/message`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chatType: 'vk', chatId: '1', text: 'Hello' }),
    })
    child.kill('SIGTERM')
    await exited
    const sandbox = await startSandbox({ data })
    expect(await getMessages(sandbox, { chatType: 'vk', chatId: '1' })).toMatchObject([{ text: 'Hello' }])
  })

  it('leaves a data file to the sandbox that uses it, names its process, and takes it over when that was killed', async () => {
    const flags = ['--port', '0', '--data', join(await makeFolder(), 'sandbox.db')]
    const first = runCli(flags)
    await expect.poll(() => first.output.stdout, startMs).toContain('http://')
    const second = runCli(flags)
    expect(await second.exited).toBe(1)
    expect(second.output).toEqual({
      stdout: '',
      stderr: expect.stringMatching(
        new RegExp(`^crm-chat-sandbox: .*sandbox\\.db cannot be used: .*process ${first.child.pid} uses it.*\n$`),
      ),
    })
    first.child.kill('SIGKILL')
    await first.exited
    const third = runCli(flags)
    await expect.poll(() => third.output.stdout, startMs).toContain('http://')
  })

  it('reports a taken port in one line, and exits with 1', async () => {
    const { port } = await startSandbox()
    const { output, exited } = runCli(['--port', String(port)])
    expect(await exited).toBe(1)
    expect(output).toEqual({
      stdout: '',
      stderr: expect.stringMatching(new RegExp(`^crm-chat-sandbox: Port ${port} is taken.*\n$`)),
    })
  })

  it('does not start when NODE_ENV is production, unless a flag allows it', async () => {
    const refused = runCli([], { ...anyPort, NODE_ENV: 'production' })
    expect(await refused.exited).toBe(1)
    expect(refused.output.stderr).toMatch(/^crm-chat-sandbox: NODE_ENV is "production".*\n$/)
    const insisting = runCli(['--allow-production'], { ...anyPort, NODE_ENV: 'production' })
    await expect.poll(() => insisting.output.stdout, startMs).toContain('http://')
  })

  it.each([
    [['--prot', '1'], {}, /Unknown option '--prot'.*--help/],
    [['--port', 'http'], {}, /The port must be a number.*"http"/],
    [[], { SANDBOX_PORT: '-1' }, /The port must be a number.*"-1"/],
    [['--host', '0.0.0.0'], anyPort, /loopback/],
    [[], { ...anyPort, WAZZUP_API_KEY: 'two words' }, /apiKey/],
    [['--data', '/'], anyPort, /The data file \/ cannot be used/],
  ])('rejects %j with %j in one line', async (flags, env, message) => {
    const { output, exited } = runCli(flags, env)
    expect(await exited).toBe(1)
    expect(output.stderr).toMatch(message)
    expect(output.stderr.trimEnd()).not.toContain('\n')
  })

  it('serves https with --tls, and says how to trust it', async () => {
    const { output } = runCli(['--tls', '--port', '0'])
    await expect.poll(() => output.stdout, startMs).toMatch(/spki-list=[\w+/]{43}=\n$/)
    const [, url, caFile] = /at (https:\S+)\n.*NODE_EXTRA_CA_CERTS=(\S+)\n/.exec(output.stdout) ?? []
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    expect(await readFile(caFile ?? '', 'utf8')).toContain('BEGIN CERTIFICATE')
  })

  it('prints its flags', async () => {
    const { output, exited } = runCli(['--help'])
    expect(await exited).toBe(0)
    expect(output.stdout).toContain('--allow-production')
    expect(output.stdout).toContain('--allow-public-webhooks')
  })
})
