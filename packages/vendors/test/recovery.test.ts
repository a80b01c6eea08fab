import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createWazzupV2Client } from '../src/wazzup-v2/client.ts'
import { watchUnanswered } from '../src/wazzup-v2/unanswered.ts'
import { startSocketServer } from './startSocketServer.ts'
import { until } from './until.ts'

const userCount = 200

it('200 users are right again after their host was away, with few connects meanwhile and one for each user then', {
  timeout: 150_000,
}, async () => {
  const first = await startHost({ count: 1 })
  const client = createWazzupV2Client({ apiKey: 'the-key', counterUrl: first.url })
  const counts = new Map<string, number | undefined>()
  for (let number = 0; number < userCount; number++) watch({ client, userId: `u${number}`, counts })
  await waitForAll({ counts, count: 1 })

  await first.close()
  const gone = await startGoneHost(first.port)
  await until(() => expect(gone.connects()).toBeGreaterThanOrEqual(3)) // Probes come twice a second.
  await waitForAll({ counts, count: undefined })
  const connectsMeanwhile = gone.connects()
  await gone.close()

  const second = await startHost({ count: 2, port: first.port })
  await waitForAll({ counts, count: 2 })
  expect(connectsMeanwhile).toBeLessThan(userCount / 10)
  expect(second.greetings.length).toBeLessThan(userCount * 1.1)
})

function startHost({ count, port = 0 }: { count: number; port?: number }): ReturnType<typeof startSocketServer> {
  const greeting = 'apiV2IframeConnecting'
  return startSocketServer({
    version: '4.8',
    port,
    greeting,
    onGreeting: (socket) => socket.emit('apiV2Notify', { counter: count }),
  })
}

/** Keeps a user's last count; `undefined` while it is out of date. */
function watch({
  client,
  userId,
  counts,
}: {
  client: ReturnType<typeof createWazzupV2Client>
  userId: string
  counts: Map<string, number | undefined>
}): void {
  const stop = watchUnanswered(client, {
    userId,
    onValue: ({ count }) => counts.set(userId, count),
    onOutage: () => counts.set(userId, undefined),
  })
  onTestFinished(stop)
}

async function waitForAll({
  counts,
  count,
}: {
  counts: Map<string, number | undefined>
  count: number | undefined
}): Promise<void> {
  const right = (): number => [...counts.values()].filter((each) => each === count).length
  await vi.waitFor(() => expect(right()).toBe(userCount), { timeout: 40_000, interval: 50 })
}

/** Starts what is left of a host: it takes connections and closes them at once. */
async function startGoneHost(port: number): Promise<{ connects: () => number; close: () => Promise<unknown> }> {
  let connects = 0
  const server = createServer((socket) => {
    connects += 1
    socket.on('error', () => socket.destroy())
    socket.destroy()
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return {
    connects: () => connects,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
