import { setTimeout } from 'node:timers/promises'
import { nowUs } from '../process/nowUs.ts'
import { toUser } from '../users.ts'
import { type Connection, openConnection } from './connection.ts'
import { writeRequest } from './requests.ts'

/** Parameters of {@link startProbe}. */
export interface ProbeParameters {
  url: string
  users: number
  /** Between two requests of one user. */
  everyMs: number
}

/** Requests of connected users, which go on until they are stopped. */
export interface Probe {
  /** Returns the latencies since the last call, in microseconds. */
  take: () => number[]
  stop: () => Promise<void>
}

/** Lets some users ask for their session at intervals. A request that had to wait for the one before counts from when it was due. */
export function startProbe({ url, users, everyMs }: ProbeParameters): Probe {
  const { host } = new URL(url)
  let latencies: number[] = []
  let isRunning = true
  async function ask(number: number): Promise<void> {
    const connection = await openConnection(url)
    const request = writeRequest({ kind: 'session', host, user: toUser(number) })
    let dueAt = nowUs() + (everyMs * 1_000 * number) / users
    while (isRunning) {
      const waitMs = (dueAt - nowUs()) / 1_000
      if (waitMs > 0) await setTimeout(waitMs)
      const sentAt = waitMs > 0 ? nowUs() : dueAt
      await sendUntilTaken({ connection, request })
      latencies.push(nowUs() - sentAt)
      dueAt += everyMs * 1_000
    }
    connection.close()
  }
  const asking = Promise.all(Array.from({ length: users }, (_, number) => ask(number)))
  asking.catch(() => {}) // Thrown when the probe is stopped.
  return {
    take() {
      const taken = latencies
      latencies = []
      return taken
    },
    async stop() {
      isRunning = false
      await asking
    },
  }
}

/** A user who is asked to come back later waits all that time. */
async function sendUntilTaken({ connection, request }: { connection: Connection; request: string }): Promise<void> {
  for (;;) {
    const { status, head, body } = await connection.send(request)
    if (status === 200) return
    const retryAfter = /\r\nretry-after: *(\d+)/i.exec(head)?.[1]
    if (status !== 503 || retryAfter === undefined) throw new Error(`A connected user was answered ${status}: ${body}`)
    await setTimeout(Number(retryAfter) * 1_000 * (1 + Math.random()))
  }
}
