import { afterAll, beforeAll, expect, it } from 'vitest'
import { wazzupV2 } from '../../src/backends/wazzup-v2/backend.ts'
import { createChatProxy } from '../../src/createChatProxy.ts'
import { createLog } from '../createLog.ts'
import { identifyByCookie } from '../identifyByCookie.ts'
import { post } from '../requests.ts'
import { startUpstream, type Upstream } from '../startUpstream.ts'

let upstream: Upstream

beforeAll(async () => {
  upstream = await startUpstream()
})

afterAll(() => upstream.close())

const secret = 'LINKSECRET0123456789'

async function open(respond: { status: number; body: unknown }): Promise<{ response: Response; log: string }> {
  upstream.onRequest((response) => response.writeHead(respond.status).end(JSON.stringify(respond.body)))
  const log = createLog()
  const backend = wazzupV2({ apiKey: 'key-of-the-account', baseUrl: upstream.url })
  const proxy = createChatProxy({ backend, identify: identifyByCookie, logger: log })
  const response = await proxy.fetch(post('/chat/window', { scope: 'global' }))
  return { response, log: JSON.stringify(log.lines) }
}

it('a link is in the body of its response, and neither in its headers nor in the log', async () => {
  const { response, log } = await open({ status: 200, body: { url: `http://127.0.0.1:9/chat/?token=${secret}` } })
  expect(response.status).toBe(200)
  expect(JSON.stringify([...response.headers]) + log).not.toContain(secret)
  expect((await response.text()).split(secret)).toHaveLength(2)
})

it.each([
  ['of another host', `https://evil.com/?token=${secret}`],
  ['without TLS', `http://new1.wazzup24.com/?token=${secret}`],
  ['that is a script', `javascript:${secret}`],
  ['with a password', `https://user:${secret}@wazzup24.com/`],
  ['that is too long', `https://wazzup24.com/?token=${secret}${'x'.repeat(9_000)}`],
  ['with the key in it', `https://wazzup24.com/?token=${secret}&key=key-of-the-account`],
  ['that is no address', `${secret} `],
])('a refused link is nowhere: one %s', async (_, url) => {
  const { response, log } = await open({ status: 200, body: { url } })
  expect(response.status).toBe(502)
  expect(log).toContain('upstream_invalid')
  expect(JSON.stringify([...response.headers]) + (await response.text()) + log).not.toContain(secret)
})

it.each([
  [
    'in its description',
    400,
    { error: { code: 'WRONG', description: `see https://wazzup24.com/chat/?token=${secret}` } },
  ],
  ['in its data', 400, { error: 'WRONG', data: { url: `https://wazzup24.com/chat/?token=${secret}` } }],
  ['in a failure', 500, { message: `https://wazzup24.com/chat/?token=${secret}` }],
  ['under another name', 200, { link: `https://wazzup24.com/chat/?token=${secret}` }],
])('a link that the vendor repeats in an error is nowhere: %s', async (_, status, body) => {
  const { response, log } = await open({ status, body })
  expect(log).toMatch(/upstream_/)
  expect((await response.text()) + log).not.toContain(secret)
})
