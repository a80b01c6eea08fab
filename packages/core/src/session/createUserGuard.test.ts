import { expect, onTestFinished, test, vi } from 'vitest'
import { type OpenWorld, openWorld } from '../../test/openWorld.ts'
import { type ChatClient, createChat } from '../createChat.ts'
import { polling } from '../transports/polling.ts'
import { sse } from '../transports/sse.ts'
import type { Transport } from '../transports/transport.ts'
import { createUserGuard, type UserChange } from './createUserGuard.ts'

function open({ world, transport }: { world: OpenWorld; transport?: Transport }): {
  chat: ChatClient
  states: string[]
  changes: UserChange[]
} {
  const changes: UserChange[] = []
  const onUserChange = (change: UserChange) => changes.push(change)
  const chat = createChat({ endpoint: world.endpoint, transport, retryDelayMs: () => 10, onUserChange })
  onTestFinished(chat.close)
  const states: string[] = []
  chat.unanswered.subscribe((state) => {
    states.push('count' in state ? `${state.status} ${state.count}` : 'code' in state ? state.code : state.status)
  })
  return { chat, states, changes }
}

const until = (check: () => unknown) =>
  vi.waitFor(async () => expect(await check()).toBe(true), { timeout: 45_000, interval: 5 })

test.each([
  ['stream', sse()],
  ['poll', polling({ intervalMs: 5 })],
])('does not show the number of another user whom a %s brings, and reports it once', async (_, transport) => {
  const world = openWorld()
  await world.setCount(3)
  const { states, changes } = open({ world, transport })
  await until(() => states.includes('live 3'))
  await world.set({ userId: '8' })
  await world.drop()
  await world.setCount(99)
  await until(() => states.includes('unauthenticated'))
  expect(states.filter((state) => state.includes('99'))).toEqual([])
  await until(() => changes.length === 1)
  expect(changes).toEqual([{ userId: '8', previousUserId: '7' }])
  await until(async () => (await world.see()).openStreams === 0) // The other user's stream is closed.
})

test('takes whoever comes first for the page’s user, from the session too', async () => {
  const world = openWorld()
  const chat = createChat({ endpoint: world.endpoint, retryDelayMs: () => 10 })
  onTestFinished(chat.close)
  await chat.session()
  await world.set({ userId: '8' })
  chat.unanswered.subscribe(() => undefined)
  await until(() => chat.unanswered.getState().status === 'error')
  expect(chat.unanswered.getState()).toEqual({ status: 'error', code: 'unauthenticated' })
})

test('shows the numbers of an older proxy, which names no user', async () => {
  const world = openWorld()
  await world.set({ userId: null })
  await world.setCount(3)
  const { states, changes } = open({ world })
  await until(() => states.includes('live 3'))
  await world.drop()
  await world.setCount(4)
  await until(() => states.includes('live 4'))
  expect(changes).toEqual([])
})

test('skips an event of the session that names nobody', async () => {
  const world = openWorld()
  await world.setCount(3)
  const { states } = open({ world })
  await until(() => states.includes('live 3'))
  for (const data of [null, {}, { userId: 8 }, 'x']) await world.send('session', data)
  await world.setCount(4)
  await until(() => states.includes('live 4'))
})

test('shows the page’s user again who has come back, and reports the next one', async () => {
  const changes: string[] = []
  const { isOwn } = createUserGuard(({ userId }) => changes.push(userId))
  expect(['ann', 'ben', 'ben', 'ann', 'ben', 'eve'].map(isOwn)).toEqual([true, false, false, true, false, false])
  expect(changes).toEqual([]) // Not within the connection, which a listener that throws would end.
  await Promise.resolve()
  expect(changes).toEqual(['ben', 'ben', 'eve'])
})
