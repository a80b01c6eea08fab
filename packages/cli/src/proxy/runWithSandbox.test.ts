import { request } from 'node:http'
import { createServer, type UserConfig } from 'vite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type CliRun, runCli } from '../../test/runCli.ts'

const args = ['proxy', '--sandbox', '--port', '0', '--sandbox-port', '0']

async function start(env: NodeJS.ProcessEnv = {}): Promise<CliRun & { url: string; sandboxUrl: string }> {
  const run = runCli(args, { env })
  await expect.poll(() => run.output.stdout).toContain('Ctrl+C')
  const [url = '', sandboxUrl = ''] = run.output.stdout.match(/http:\/\/[\d.:]+/g) ?? []
  return { ...run, url: `${url}/chat`, sandboxUrl }
}

it('shows where to look, and the count of the demo user', async () => {
  const { url, sandboxUrl, output } = await start()
  expect(output.stdout).toContain(`<ChatProvider endpoint="${url}">`)
  expect(await (await fetch(`${url}/session`)).json()).toMatchObject({ user: { id: 'demo', name: 'Demo User' } })
  const window = await fetch(`${url}/window`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-crm-chat': '1' },
    body: JSON.stringify({ scope: 'card', chats: [{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ann' }] }),
  })
  expect(window.status).toBe(200)
  await fetch(`${sandboxUrl}/_sandbox/simulate/message`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chatType: 'whatsapp', chatId: '79998887766', text: 'Hello!' }),
  })
  await expect.poll(async () => (await fetch(`${url}/unanswered`)).json()).toMatchObject({ count: 1, status: 'live' })
})

describe('the printed line', () => {
  const fromPage = { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-origin' }

  /** Settings of a line, as a person types them between the braces of a configuration. */
  function typed({ output }: CliRun, tool: string) {
    const [, settings = ''] = new RegExp(`${tool}, in ${tool.toLowerCase()}\\.config: +(.+)`).exec(output.stdout) ?? []
    return new Function(`return { ${settings} }`)()
  }

  it('for Vite brings the proxy to the address of the pages', async () => {
    const { server: settings }: UserConfig = typed(await start(), 'Vite')
    const server = { ...settings, host: '127.0.0.1', port: 0, ws: false } as const
    const vite = await createServer({
      configFile: false,
      logLevel: 'error',
      optimizeDeps: { noDiscovery: true },
      server,
    })
    onTestFinished(() => vite.close())
    await vite.listen()
    const session = await fetch(`${vite.resolvedUrls?.local[0]}chat/session`, { headers: fromPage })
    expect(await session.json()).toMatchObject({ user: { id: 'demo' } })
  })

  it('for Next does the same', async () => {
    const [rule] = await typed(await start(), 'Next').rewrites()
    const pattern = new RegExp(`^${rule.source.replace('/:path*', '(/.*)')}$`)
    const [, path = ''] = pattern.exec('/chat/session') ?? []
    const session = await fetch(rule.destination.replace('/:path*', path), {
      headers: { ...fromPage, 'x-forwarded-host': 'localhost:3000' },
    })
    expect(await session.json()).toMatchObject({ user: { id: 'demo' } })
  })
})

describe('pages', () => {
  it('of this machine may use it, whatever their port', async () => {
    const { url } = await start()
    for (const origin of [
      'http://localhost:5173',
      'https://127.0.0.1:3000',
      'http://[::1]:8080',
      'http://crm.localhost',
    ]) {
      const session = await fetch(`${url}/session`, { headers: { origin, 'sec-fetch-site': 'cross-site' } })
      expect(session.status).toBe(200)
      expect(session.headers.get('access-control-allow-origin')).toBe(origin)
      expect(session.headers.get('access-control-allow-credentials')).toBe('true')
      expect(session.headers.get('vary')).toContain('origin')
      const names = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-crm-chat' }
      const preflight = await fetch(`${url}/window`, { method: 'OPTIONS', headers: names })
      expect(preflight.status).toBe(204)
      expect(preflight.headers.get('access-control-allow-headers')).toBe('x-crm-chat')
    }
  })

  it('of other origins may not', async () => {
    const { url } = await start()
    const foreign = [
      'https://evil.example.com',
      'http://127.0.0.1.evil.example.com',
      'http://localhost.evil.example.com',
      'http://10.0.0.1',
      'null',
      'http://localhost:5173/',
      'file://localhost',
    ]
    for (const origin of foreign) {
      const response = await fetch(`${url}/session`, { headers: { origin } })
      expect([origin, response.status]).toEqual([origin, 403])
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('of a foreign name for this machine are signed out', async () => {
    const { url } = await start()
    const status = await new Promise((resolve) => {
      const { port } = new URL(url)
      const headers = { host: `evil.example.com:${port}`, origin: `http://evil.example.com:${port}` }
      request({ host: '127.0.0.1', port, path: '/chat/session', headers }, (response) =>
        resolve(response.statusCode),
      ).end()
    })
    expect(status).toBe(401)
  })
})

it.each(['production', ' Prod '])('refuses to start where NODE_ENV is %j', async (environment) => {
  const run = runCli(args, { env: { NODE_ENV: environment } })
  run.stop() // One that has started would go on for ever.
  expect(await run.exited).toBe(1)
  expect(run.output.stderr).toContain('proxy --sandbox has a user without a password')
  expect(run.output.stdout).toBe('')
})

it.each(['0.0.0.0', '::', '10.0.0.1', 'crm.example.com'])('refuses to listen at %s', async (host) => {
  const run = runCli([...args, '--host', host])
  run.stop() // As above.
  expect(await run.exited).toBe(2)
  expect(run.output.stderr).toContain('listens on this machine only')
})

it('stops both servers', async () => {
  const { url, sandboxUrl, stop, exited } = await start()
  stop()
  expect(await exited).toBe(0)
  await expect(fetch(`${url}/session`)).rejects.toThrow()
  await expect(fetch(`${sandboxUrl}/livez`)).rejects.toThrow()
})

it('names a port of the sandbox that is in use, and starts nothing', async () => {
  const { sandboxUrl } = await start()
  const run = runCli([...args.slice(0, -1), new URL(sandboxUrl).port])
  expect(await run.exited).toBe(1)
  expect(run.output.stderr).toMatch(/^crm-chat: .*in use/)
})
