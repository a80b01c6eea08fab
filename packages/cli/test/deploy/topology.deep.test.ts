import { rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureNginx } from '../../../../scripts/nginx.ts'
import { skipsRedis } from '../../../../scripts/redis.ts'
import { type RedisServer, startRedis } from '../../../../scripts/redisServer.ts'
import { type CliProcess, spawnCli } from '../spawnCli.ts'
import { startServer } from '../startServer.ts'
import { startNginx } from './startNginx.ts'

const config = fileURLToPath(new URL('../../../../deploy/crm-chat.config.mjs', import.meta.url))
const nginx = ensureNginx()
if (nginx === undefined)
  process.stderr.write('SKIPPED: the topology behind nginx. No nginx was found or could be unpacked.\n')
const cookie = 'session=1'

let sandbox: Sandbox
let redis: RedisServer | undefined
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, limit: false })
  if (!skipsRedis()) redis = await startRedis({ keepsData: true })
})
afterAll(async () => {
  await sandbox.close()
  await redis?.close()
})

/** Two proxies as processes, with the configuration of `deploy`, behind nginx. */
async function startTopology() {
  const crm = await startServer(({ headers }, response) => {
    if (headers.cookie === cookie) response.end('{"id":"7","name":"Kate"}')
    else response.writeHead(401).end()
  })
  const env = {
    WAZZUP_API_KEY: sandbox.apiKey,
    WAZZUP_URL: sandbox.url,
    CRM_SESSION_URL: crm,
    NODE_ENV: 'production',
    ...(redis && { REDIS_URL: redis.url, CRM_CHAT_SECRET: 'a-secret-of-the-tests-of-32-characters' }),
  }
  const run = (): CliProcess => spawnCli(['proxy', '--config', config, '--port', '0', '--drain', '1'], { env })
  const [first, second] = [run(), run()]
  const urls = [await urlOf(first), await urlOf(second)] as const
  return { ...(await startNginx({ file: nginx ?? '', proxies: [...urls] })), first, second, urls }
}

async function urlOf({ output }: CliProcess): Promise<string> {
  await expect.poll(() => output.stdout).toContain('the chat proxy listens')
  return /"url":"([^"]+)"/.exec(output.stdout)?.[1] ?? ''
}

describe.skipIf(nginx === undefined)('two proxies behind nginx', () => {
  it('respond as one proxy does, and only below its path', async () => {
    const { url } = await startTopology()
    const session = (headers: Record<string, string>) => fetch(`${url}/chat/session`, { headers })
    expect(await (await session({ cookie })).json()).toMatchObject({ user: { id: '7', name: 'Kate' } })
    expect((await session({})).status).toBe(401)
    expect((await session({ cookie, origin: url })).status).toBe(200) // Host is what the browser sent.
    expect((await session({ cookie, origin: 'https://evil.example.com' })).status).toBe(403)
    expect((await session({ cookie })).headers.get('cache-control')).toBe('no-store')
    for (const path of ['/', '/livez', '/readyz', '/metrics']) expect((await fetch(url + path)).status).toBe(404)
  })

  it('send an event at once', async () => {
    const { url } = await startTopology()
    const events = await fetch(`${url}/chat/events`, { headers: { cookie } })
    const next = readText(events)
    await expect.poll(next).toContain('"count":0')
    await sandbox.simulate.message({ chatType: 'whatsapp', chatId: '79998887766', text: 'Hello' })
    await expect.poll(next).toContain('"count":1')
  })

  it('serve sockets', async () => {
    const { url } = await startTopology()
    const headers = {
      cookie,
      origin: url,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.from('0123456789abcdef').toString('base64'),
    }
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${url}/socket.io/?EIO=4&transport=websocket`, { headers })
      const finish = (response: IncomingMessage): void => {
        resolve(response.statusCode)
        response.destroy()
      }
      sent.on('upgrade', (response, socket) => {
        finish(response)
        socket.destroy()
      })
      sent.on('response', finish).on('error', reject).end()
    })
    expect(status).toBe(101)
  })

  it('go on when one of them is killed', async () => {
    const { url, first } = await startTopology()
    first.child.kill('SIGKILL')
    await first.exited
    for (let count = 0; count < 30; count += 1) {
      expect((await fetch(`${url}/chat/session`, { headers: { cookie } })).status).toBe(200)
    }
    const next = readText(await fetch(`${url}/chat/events`, { headers: { cookie } }))
    await expect.poll(next).toContain('"count":')
  })

  it('lose no request when one of them is stopped', async () => {
    const { url, first } = await startTopology()
    const statuses: Promise<number>[] = []
    const ask = (): void =>
      void statuses.push(fetch(`${url}/chat/session`, { headers: { cookie } }).then(({ status }) => status))
    first.child.kill('SIGTERM')
    let isOver = false
    void first.exited.then(() => {
      isOver = true
    })
    while (!isOver) {
      ask()
      await statuses.at(-1)
    }
    expect(await first.exited).toBe(0)
    for (let count = 0; count < 10; count += 1) ask()
    expect(new Set(await Promise.all(statuses))).toEqual(new Set([200]))
    expect(statuses.length).toBeGreaterThan(10)
  })

  it('leave no secret, phone number or text of a search in the log', async () => {
    const { url, log, first, second } = await startTopology()
    const { hostname, port } = new URL(url)
    const [secret, phone, text] = ['canary-secret-of-webhooks', '79998887766', 'canary%20card']
    const requests = [
      `POST /chat/webhooks/${secret}`,
      `POST /chat//webhooks/${secret}`,
      `POST //chat/webhooks/${secret}`,
      `POST /chat/./webhooks/${secret}`,
      `POST /%63hat/%77ebhooks/${secret}`,
      `GET /counters/ws_host/api_v3/${secret}`,
      `GET //counters/ws_host/api_v3/${secret}`,
      `GET /socket.io/${secret}`,
      `GET /chat/session?key=${secret}`,
      `GET /chat/conversations/whatsapp~${phone}/search?text=${text}`,
      `GET /chat/conversations/whatsapp%7E${phone}/messages?before=${phone}`,
      `POST /chat/conversations//whatsapp~${phone}/read`,
      `GET /chat/media/whatsapp~${phone}~1`,
      `PATCH /chat/messages/${phone}`,
      `GET /chat/channels/${phone}`,
      `POST /chat/channels/${phone}/2fa`,
      `GET /chat/exports/${phone}`,
      `GET /chat/${phone}?text=${text}`,
      `GET /${secret}`,
    ]
    // `fetch` would take out what is to arrive as it is.
    const send = (line: string, body = ''): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const [method, path] = line.split(' ')
        const sent = request({ hostname, port, method, path, headers: { cookie } }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode))
        })
        sent.on('error', reject).end(body)
      })
    for (const line of requests) await send(line)
    for (const { child, exited } of [first, second]) {
      child.kill('SIGKILL')
      await exited
    }
    for (const line of requests) await send(line)
    await expect.poll(log).toContain('POST /chat/webhooks/[secret] 502')
    await expect.poll(log).toContain('GET /chat/conversations/[chat]/search 502')
    await expect.poll(log).toContain('GET /chat/media/[id] 502')
    await expect.poll(() => log().match(/Z\] |:\d\d\] /g)?.length).toBeGreaterThanOrEqual(2 * requests.length)
    for (const each of ['canary', phone]) expect(log()).not.toContain(each)
  })
})

describe.skipIf(nginx === undefined)('nginx', () => {
  it('leaves no secret in the log when it has no place for a body', async () => {
    const open = () => startServer((_, response) => response.end())
    const { url, log, folder } = await startNginx({ file: nginx ?? '', proxies: [await open(), await open()] })
    rmSync(join(folder, 'client_temp'), { recursive: true })
    writeFileSync(join(folder, 'client_temp'), '')
    const body = 'x'.repeat(100_000)
    const response = await fetch(`${url}/chat/webhooks/canary-secret`, { method: 'POST', body })
    expect(response.status).toBe(500)
    await expect.poll(log).toContain('POST /chat/webhooks/[secret] 500')
    expect(log()).not.toContain('canary')
  })

  it('never sends a POST again that was sent', async () => {
    const seen: string[] = []
    const failing = () =>
      startServer((incoming) => {
        seen.push(`${incoming.method} ${incoming.url}`)
        incoming.socket.destroy()
      })
    const { url } = await startNginx({ file: nginx ?? '', proxies: [await failing(), await failing()] })
    expect((await fetch(`${url}/chat/messages`, { method: 'POST', body: '{}' })).status).toBe(502)
    expect(seen).toEqual(['POST /chat/messages'])
  })

  it('passes each part of a stream at once', async () => {
    const open: ServerResponse[] = []
    const stream = () =>
      startServer((_, response) => {
        open.push(response)
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 0\n\n')
      })
    const { url } = await startNginx({ file: nginx ?? '', proxies: [await stream(), await stream()] })
    for (const path of ['/chat/events', '/chat/media/1', '/socket.io/']) {
      const text = readText(await fetch(`${url}${path}`))
      for (const number of [0, 1, 2, 3]) {
        await expect.poll(text, { timeout: 5_000 }).toContain(`data: ${number}\n\n`)
        open.at(-1)?.write(`data: ${number + 1}\n\n`)
      }
    }
  })

  it('replaces what a client claims about itself', async () => {
    const heads: IncomingMessage['headers'][] = []
    const echo = () =>
      startServer((incoming, response) => {
        heads.push(incoming.headers)
        response.end()
      })
    const { url } = await startNginx({ file: nginx ?? '', proxies: [await echo(), await echo()] })
    const claims = {
      'x-forwarded-for': '8.8.8.8',
      'x-forwarded-host': 'evil.example.com',
      'x-forwarded-proto': 'https',
      forwarded: 'for=8.8.8.8',
      'x-real-ip': '8.8.8.8',
    }
    await fetch(`${url}/chat/session`, { headers: claims })
    expect(heads).toHaveLength(1)
    expect(heads[0]).toMatchObject({
      host: new URL(url).host,
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': new URL(url).host,
      'x-forwarded-proto': 'http',
      'x-real-ip': '127.0.0.1',
    })
    expect(heads[0]).not.toHaveProperty('forwarded')
  })
})

/** Reads a stream in the background. @returns a function for the text so far */
function readText(response: Response): () => string {
  let text = ''
  void (async () => {
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) text += part
  })().catch(() => {})
  return () => text
}
