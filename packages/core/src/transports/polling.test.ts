import { expect, test } from 'vitest'
import { errorAnswer, openWorld } from '../../test/openWorld.ts'
import { systemClock } from '../clock.ts'
import { polling } from './polling.ts'

const ignore = (): void => undefined

test('passes on each response, whatever its number: the next may come from another process', async () => {
  const world = openWorld()
  await world.setCount(3, { epoch: 7, seq: 50 })
  const aborter = new AbortController()
  const counts: unknown[] = []
  const users = new Set<string>()
  let connections = 0
  const http = {
    endpoint: world.endpoint,
    fetch,
    credentials: 'same-origin',
    timeoutMs: 5000,
    clock: systemClock,
  } as const
  let changed = Promise.resolve()
  await polling({ intervalMs: 1 }).run({
    http,
    signal: aborter.signal,
    onConnect: () => {
      connections += 1
    },
    onUser: (userId) => users.add(userId),
    onDrain: ignore,
    onValue: ({ count }) => {
      if (counts.at(-1) !== count) counts.push(count)
      if (count === 3) changed = world.setCount(4, { epoch: 2, seq: 2 })
      if (count === 4) aborter.abort()
    },
  })
  await changed
  expect(counts).toEqual([3, 4])
  expect([...users]).toEqual(['7'])
  expect(connections).toBe((await world.see()).requests.length)
})

test('ends with the reason when a response is an error', async () => {
  const world = openWorld()
  await world.set({ answers: { unanswered: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
  const http = {
    endpoint: world.endpoint,
    fetch,
    credentials: 'same-origin',
    timeoutMs: 5000,
    clock: systemClock,
  } as const
  const listeners = { onConnect: ignore, onUser: ignore, onDrain: ignore, onValue: ignore }
  const over = polling().run({ http, signal: new AbortController().signal, ...listeners })
  await expect(over).rejects.toMatchObject({ code: 'upstream_unavailable' })
})
