import { errorBodySchema } from '@crm-chat/protocol'
import { beforeEach, expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { createScriptedBackend, type ScriptedBackend } from '../../test/createScriptedBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { get } from '../../test/requests.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import type { ProxyLimits } from './limits.ts'

let backend: ScriptedBackend
let identified: number
let isSlow: boolean

beforeEach(() => {
  backend = createScriptedBackend()
  identified = 0
  isSlow = false
})

function setUp(limits: Partial<ProxyLimits>): ChatProxy {
  return createChatProxy({
    backend,
    clock: createFakeClock(),
    limits,
    identify: (request) => {
      identified += 1
      return isSlow ? new Promise<null>(() => {}) : identifyByCookie(request)
    },
  })
}

async function refusalOf(response: Response): Promise<unknown> {
  return errorBodySchema.parse(await response.json()).error
}

it('too many requests at a time are sent away before the CRM is asked', async () => {
  const proxy = setUp({ requests: 2 })
  isSlow = true
  void proxy.fetch(get('/chat/session'))
  void proxy.fetch(get('/chat/session'))
  await eventually(() => expect(identified).toBe(2))
  const refused = await proxy.fetch(get('/chat/session'))
  expect(refused.status).toBe(503)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  expect(await refusalOf(refused)).toMatchObject({ code: 'busy', retryable: true })
  expect(identified).toBe(2)
})

it('requests that have ended make room for others', async () => {
  const proxy = setUp({ requests: 1 })
  for (let time = 0; time < 3; time += 1) expect((await proxy.fetch(get('/chat/session'))).status).toBe(200)
})

it('too many streams a second are sent away before the CRM is asked, and other requests are not', async () => {
  const proxy = setUp({ streamsPerSecond: 3 })
  for (let time = 0; time < 3; time += 1) expect((await proxy.fetch(get('/chat/events'))).status).toBe(200)
  const refused = await proxy.fetch(get('/chat/events'))
  expect(await refusalOf(refused)).toMatchObject({ code: 'busy', retryable: true })
  expect(identified).toBe(3)
  expect((await proxy.fetch(get('/chat/session'))).status).toBe(200)
  await proxy.close()
})

it('a user has ten requests for an operation under way, and no other user waits for them', async () => {
  const proxy = setUp({})
  const waiting = Array.from({ length: 10 }, () => proxy.fetch(get('/chat/unanswered')))
  await eventually(() => expect(backend.open.has('1')).toBe(true))
  const refused = await proxy.fetch(get('/chat/unanswered'))
  expect(refused.status).toBe(429)
  expect(await refusalOf(refused)).toMatchObject({ code: 'rate_limited', retryAfterMs: 1_000 })
  expect((await proxy.fetch(get('/chat/session'))).status).toBe(200)
  const other = proxy.fetch(get('/chat/unanswered', { cookie: 'session=bob' }))
  await eventually(() => expect(backend.open.has('2')).toBe(true))
  backend.send('1', 1)
  backend.send('2', 1)
  for (const response of await Promise.all([...waiting, other])) expect(response.status).toBe(200)
  expect((await proxy.fetch(get('/chat/unanswered'))).status).toBe(200)
  await proxy.close()
})
