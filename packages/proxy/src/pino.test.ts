import { type Logger, pino } from 'pino'
import { expect, it } from 'vitest'
import { createFullBackend } from '../test/createFullBackend.ts'
import { identifyByCookie } from '../test/identifyByCookie.ts'
import { post } from '../test/requests.ts'
import { createChatProxy } from './createChatProxy.ts'
import { OperationError } from './errors.ts'
import { createProxyLogger } from './logger.ts'

/** A real pino, and its lines. */
function createPino(): { logger: Logger; lines: string[] } {
  const lines: string[] = []
  return { lines, logger: pino({ base: null, level: 'info' }, { write: (line: string) => void lines.push(line) }) }
}

const key = 'KEY-5f1d7c2a9b'
const redact = (text: string): string => text.replaceAll(key, '[redacted]')

it('takes pino as it is', () => {
  const { logger, lines } = createPino()
  const own = createProxyLogger({ logger, redact })
  own.info({ userId: '1' }, 'one')
  own.error({ code: 'internal', reason: `the ${key} is wrong` }, 'two')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: 30, time: expect.any(Number), userId: '1', msg: 'one' },
    { level: 50, time: expect.any(Number), code: 'internal', reason: 'the [redacted] is wrong', msg: 'two' },
  ])
})

it('takes secrets out of every field, however deep', () => {
  const { logger, lines } = createPino()
  const cause = Object.assign(new Error(`refused ${key}`), { headers: { authorization: key } })
  const fields = {
    reason: cause,
    details: [{ [key]: [`a ${key}`, { deeper: key }] }],
    credentials: { bot: 'TOKEN-1' },
    access_token: 'TOKEN-2',
    refreshToken: 'TOKEN-2',
    'x-api-key': 'TOKEN-2',
    headers: { Authorization: 'TOKEN-3', cookie: 'TOKEN-4' },
    link: 'see https://chats.example/chat/?token=TOKEN-5 and wss://host.example/TOKEN-6',
    host: 'http://localhost:5173 is not https://crm.example.com',
  }
  createProxyLogger({ logger, redact }).warn(fields as object, 'one')
  expect(lines.join()).not.toMatch(/KEY-|TOKEN-/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    reason: 'Error: refused [redacted]',
    link: 'see https://chats.example/[…] and wss://host.example/[…]',
    host: fields.host,
  })
})

it('the work of one line is bounded', () => {
  const { logger, lines } = createPino()
  const circle: Record<string, unknown> = { text: 'x'.repeat(10_000_000) }
  circle.self = circle
  const wide = Array.from({ length: 100_000 }, (_, index) => ({ index, circle }))
  let calls = 0
  const count = (text: string): string => {
    calls += 1
    expect(text.length).toBeLessThanOrEqual(65_536)
    return text
  }
  createProxyLogger({ logger, redact: count }).warn({ wide, circle } as object, 'one')
  expect(calls).toBeLessThan(1_000)
  expect(lines[0]?.length).toBeLessThan(400_000)
})

it('a bot’s token that a vendor’s error repeats stays out of the log', async () => {
  const { logger, lines } = createPino()
  const { backend } = createFullBackend()
  const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
  const chat = createChatProxy({
    backend: {
      ...backend,
      channelAdmin: {
        create: async () => {
          throw new OperationError({ code: 'upstream_invalid', message: 'no', detail: `bad token ${token}` })
        },
      },
    },
    identify: async (request) => ({ ...(await identifyByCookie(request)), id: '1', name: 'Ann', roles: ['admin'] }),
    enable: ['channelAdmin'],
    logger,
  })
  const response = await chat.fetch(post('/chat/channels', { transport: 'tgapi', credentials: { token } }))
  expect(response.status).toBe(502)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('bad token [credential]')
  expect(lines[0]).not.toContain(token)
})
