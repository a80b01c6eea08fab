import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { getMessages } from '../test/getMessages.ts'
import { makeFolder } from '../test/makeFolder.ts'
import { runCli } from '../test/runCli.ts'
import { startSandbox } from '../test/startSandbox.ts'

const anyPort = { SANDBOX_PORT: '0' }
const startMs = { timeout: 45_000 }

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
    expect(refused.output.stderr).toMatch(/^crm-chat-sandbox: NODE_ENV is "production".*--allow-production.*\n$/)
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

describe('crm-chat-sandbox compare', () => {
  const key = 'canary-5e77aa01'

  it('compares an account, and shows no key', async () => {
    const account = await startSandbox({ apiKey: key, quirks: ['wazzup-v2.flatErrors'] })
    const flags = ['compare', '--vendor', 'wazzup-v2', '--key-env', 'SECRET', '--base-url', account.url]
    const { output, exited } = runCli(flags, { SECRET: key })
    expect(await exited).toBe(0)
    expect(output.stdout).toMatch(/^# wazzup-v2: a real account and the sandbox\n/)
    expect(output.stdout).toMatch(/^\| type \| `error` \| string \| object \| Unknown user/m)
    expect(JSON.stringify(output)).not.toContain('canary')
  })

  it('does not send anything without a terminal to ask, unless told to', async () => {
    const account = await startSandbox({ apiKey: key })
    const flags = ['compare', '--vendor', 'wazzup-v2', '--key-env', 'SECRET', '--base-url', account.url]
    const asking = runCli([...flags, '--send-to', '+7 (999) 000-00-99'], { SECRET: key })
    expect(await asking.exited).toBe(1)
    expect(asking.output.stderr).toMatch(/^crm-chat-sandbox: --send-to asks before it sends/)
    expect(account.requests()).toEqual([])
    expect(await runCli([...flags, '--send-to', '79990000099', '--yes'], { SECRET: key }).exited).toBe(0)
    const sent = account.requests({ operation: 'wazzup-v2.sendMessage', verdict: 'answered' })
    expect(sent.map(({ body }) => body)).toEqual([expect.objectContaining({ chatId: '79990000099' })])
  })
})

describe('crm-chat-sandbox record and replay', () => {
  it('record traffic until they are told to stop, and serve it', async () => {
    const { url: upstream, apiKey } = await startSandbox()
    const folder = join(await makeFolder(), 'fixtures')
    const recording = runCli(['record', '--upstream', upstream, '--out', folder, '--port', '0'])
    await expect.poll(() => recording.output.stdout, startMs).toMatch(/^Recording at (http:\S+)\. Stop/)
    const recorder = /http:\S+(?=\. )/.exec(recording.output.stdout)?.[0] ?? ''
    const read = async (url: string) =>
      (await fetch(`${url}/v2/channels`, { headers: { authorization: `Basic ${apiKey}` } })).json()
    const channels = await read(recorder)
    recording.child.kill('SIGINT')
    expect(await recording.exited).toBe(0)
    expect(recording.output.stdout).toMatch(/^Fixtures in .*: 1$/m)
    const replaying = runCli(['replay', folder, '--port', '0'])
    await expect.poll(() => replaying.output.stdout, startMs).toMatch(/^Replaying .* at (http:\S+)\. Stop/)
    const replayed = await read(/http:\S+(?=\. )/.exec(replaying.output.stdout)?.[0] ?? '')
    const toTransports = (list: unknown) => Array.isArray(list) && list.map(({ transport }) => transport)
    expect(toTransports(replayed)).toEqual(toTransports(channels))
    replaying.child.kill('SIGTERM')
    expect(await replaying.exited).toBe(0)
  })
})
