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

async function ask(request = get('/chat/unanswered')): Promise<Unanswered> {
  return unansweredSchema.parse(await (await proxy.fetch(request)).json())
}

const isOpen = (): Promise<void> => eventually(() => expect(backend.open.has('1')).toBe(true))

it('waits for the first value', async () => {
  const answer = ask()
  await isOpen()
  backend.send('1', 4)
  expect(await answer).toMatchObject({ status: 'live', count: 4, tone: 'red' })
})

it('says unknown when none comes within three seconds', async () => {
  const answer = ask()
  await isOpen()
  clock.advance(3_000)
  expect(await answer).toMatchObject({ status: 'unknown', count: null })
})

it('answers the present value at once while the counter is open', async () => {
  const first = ask()
  await isOpen()
  backend.send('1', 4)
  await first
  expect(await ask()).toMatchObject({ count: 4 })
  expect(backend.opened()).toBe(1)
})

it('lets go of the counter some time after the last question', async () => {
  const answer = ask()
  await isOpen()
  backend.send('1', 4)
  await answer
  clock.advance(20_000)
  expect(backend.open.size).toBe(0)
  expect(clock.pending()).toBe(0)
})

it('stops waiting when nobody waits for the answer any more', async () => {
  const left = new AbortController()
  const answer = ask(new Request(get('/chat/unanswered'), { signal: left.signal }))
  await isOpen()
  left.abort()
  await answer
  clock.advance(20_000)
  expect(backend.open.size).toBe(0)
})

it('says stale, with the last value, while the vendor is away', async () => {
  const answer = ask()
  await isOpen()
  backend.send('1', 4)
  await answer
  backend.drop('1')
  expect(await ask()).toMatchObject({ status: 'stale', count: 4 })
})
