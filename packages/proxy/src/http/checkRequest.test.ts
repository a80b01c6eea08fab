import { errorBodySchema } from '@crm-chat/protocol'
import { afterEach, expect, it, vi } from 'vitest'
import { createLog } from '../../test/createLog.ts'
import { createScriptedBackend } from '../../test/createScriptedBackend.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { post } from '../../test/requests.ts'
import { createChatProxy } from '../createChatProxy.ts'

afterEach(() => vi.unstubAllEnvs())

const fromDevServer = (): Request =>
  post('/chat/window', { scope: 'global' }, { origin: 'http://localhost:5173', host: 'localhost:3000' })

async function refuse({ times = 1, logger = createLog() } = {}): Promise<{ message: string; lines: unknown[] }> {
  const proxy = createChatProxy({ backend: createScriptedBackend(), identify: identifyByCookie, logger })
  let message = ''
  for (let time = 0; time < times; time += 1) {
    const response = await proxy.fetch(fromDevServer())
    expect(response.status).toBe(403)
    message = errorBodySchema.parse(await response.json()).error.message
  }
  return { message, lines: logger.lines }
}

it('a development server that changes Host is named in the log once, with both hosts and the option', async () => {
  const { lines } = await refuse({ times: 5 })
  expect(lines).toMatchObject([
    {
      level: 'warn',
      fields: {
        code: 'foreign_origin',
        reason: expect.stringMatching(/http:\/\/localhost:5173, .*localhost:3000\. .*allowedOrigins/),
      },
    },
  ])
})

it.each([
  ['development', true],
  ['', true],
  ['production', false],
])('the page itself learns the hosts where NODE_ENV is "%s": %s', async (environment, isNamed) => {
  vi.stubEnv('NODE_ENV', environment)
  const { message } = await refuse()
  expect(message.includes('localhost:3000')).toBe(isNamed)
  expect(message).toContain('allowedOrigins')
})

it.each([
  ['development', 1],
  ['production', 0],
])('without a logger a warning goes to the console in %s: %d lines', async (environment, count) => {
  vi.stubEnv('NODE_ENV', environment)
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const proxy = createChatProxy({ backend: createScriptedBackend(), identify: identifyByCookie })
  await proxy.fetch(fromDevServer())
  expect(warn).toHaveBeenCalledTimes(count)
  warn.mockRestore()
})
