import { describe, expect, test } from 'vitest'
import { errorAnswer, openWorld } from '../test/openWorld.ts'
import { systemClock } from './clock.ts'
import { createChat } from './createChat.ts'
import { polling } from './transports/polling.ts'

const month = 30 * 24 * 3_600_000

describe.each([month, Number.POSITIVE_INFINITY, Number.NaN])('a time of %d ms', (ms) => {
  test('does not pass at once', async () => {
    let fired = 0
    const fire = (): number => (fired += 1)
    const cancel = systemClock.after(ms, fire)
    await new Promise<void>((resolve) => systemClock.after(50, resolve)) // An overflowing timer fires after 1 ms.
    cancel()
    expect(fired).toBe(0)
  })

  test('between two polls, two tries, or as a deadline, makes one request', async () => {
    const unavailable = errorAnswer(503, { code: 'upstream_unavailable', retryable: true })
    const cases = [
      { options: { transport: polling({ intervalMs: ms }) }, answers: {} },
      { options: { retryDelayMs: () => ms }, answers: { unanswered: unavailable, events: unavailable } },
      { options: { timeoutMs: ms, transport: polling({ intervalMs: ms }) }, answers: {} },
    ]
    const counts = await Promise.all(cases.map(countRequests))
    expect(counts).toEqual([1, 1, 1])
  })
})

test('a server that asks to wait for 30 days is not asked again', async () => {
  const answer = errorAnswer(429, { code: 'rate_limited', retryable: true, retryAfterMs: month })
  const options = { retryDelayMs: () => 0, transport: polling() }
  expect(await countRequests({ options, answers: { unanswered: answer } })).toBe(1)
})

/** The number of requests for the counter in the time in which a client without waits makes dozens. */
async function countRequests({
  options,
  answers,
}: {
  options: Parameters<typeof createChat>[0]
  answers: Record<string, ReturnType<typeof errorAnswer>>
}): Promise<number> {
  const world = openWorld()
  await world.set({ answers })
  const chat = createChat({ endpoint: world.endpoint, shareConnection: false, ...options })
  const unsubscribe = chat.unanswered.subscribe(() => undefined)
  const count = async () =>
    (await world.see()).requests.filter(({ operation }) => ['unanswered', 'events'].includes(operation)).length
  await expect.poll(count).toBeGreaterThan(0)
  await new Promise<void>((resolve) => systemClock.after(100, resolve))
  unsubscribe()
  chat.close()
  return count()
}

test('a deadline of any length is no error of the browser', async () => {
  for (const timeoutMs of [month, Number.POSITIVE_INFINITY, 15_000.5]) {
    const chat = createChat({ endpoint: openWorld().endpoint, timeoutMs })
    expect((await chat.session()).user.id).toBe('7')
  }
})
