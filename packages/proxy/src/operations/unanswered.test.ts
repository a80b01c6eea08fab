import { type Unanswered, unansweredSchema } from '@crm-chat/protocol'
import { beforeEach, expect, it } from 'vitest'
import { createFakeClock, type FakeClock } from '../../test/createFakeClock.ts'
import { createScriptedBackend, type ScriptedBackend } from '../../test/createScriptedBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { get } from '../../test/requests.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'

let backend: ScriptedBackend
let clock: FakeClock
let proxy: ChatProxy

beforeEach(() => {
  backend = createScriptedBackend()
  clock = createFakeClock()
  proxy = createChatProxy({ backend, clock, identify: identifyByCookie })
})

async function request(message = get('/chat/unanswered')): Promise<Unanswered> {
  return unansweredSchema.parse(await (await proxy.fetch(message)).json())
}

const isOpen = (): Promise<void> => eventually(() => expect(backend.open.has('1')).toBe(true))

it('waits for the first value', async () => {
  const response = request()
  await isOpen()
  backend.send('1', 4)
  expect(await response).toMatchObject({ status: 'live', count: 4, tone: 'red' })
})

it('reports unknown when none arrives within three seconds', async () => {
  const response = request()
  await isOpen()
  clock.advance(3_000)
  expect(await response).toMatchObject({ status: 'unknown', count: null })
})

it('sends the current value at once while the counter is open', async () => {
  const first = request()
  await isOpen()
  backend.send('1', 4)
  await first
  expect(await request()).toMatchObject({ count: 4 })
  expect(backend.opened()).toBe(1)
})

it('closes the counter some time after the last request', async () => {
  const response = request()
  await isOpen()
  backend.send('1', 4)
  await response
  clock.advance(20_000)
  expect(backend.open.size).toBe(0)
  expect(clock.pending()).toBe(0)
})

it('stops waiting when the client has left', async () => {
  const left = new AbortController()
  const response = request(new Request(get('/chat/unanswered'), { signal: left.signal }))
  await isOpen()
  left.abort()
  await response
  clock.advance(20_000)
  expect(backend.open.size).toBe(0)
})

it('reports stale, with the last value, while the vendor is away', async () => {
  const response = request()
  await isOpen()
  backend.send('1', 4)
  await response
  backend.drop('1')
  expect(await request()).toMatchObject({ status: 'stale', count: 4 })
})
