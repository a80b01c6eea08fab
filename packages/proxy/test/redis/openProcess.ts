import { onTestFinished } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { createProxyLogger } from '../../src/logger.ts'
import type { SharedMessage } from '../../src/processes/sharedMessage.ts'
import type { SharedConnection } from '../../src/processes/sharedState.ts'
import { redis } from '../../src/redis/redis.ts'
import { createLog, type LogLine } from '../createLog.ts'
import { eventually } from '../eventually.ts'
import { nextPrefix, sharedSecret } from './startProxies.ts'

/** A process, as far as it has connections of its own. */
export interface TestProcess extends SharedConnection {
  /** Messages of other processes. */
  messages: SharedMessage[]
  lines: LogLine[]
  /** Number of times that Redis was reached. */
  backs: () => number
}

/** Opens a process, and waits until it has reached Redis. Its leases are the shortest ones. */
export async function openProcess({
  url,
  prefix = nextPrefix(),
  secret = sharedSecret,
  timeoutMs = 5_000,
}: {
  url: string
  prefix?: string
  secret?: string
  /** Time for a command. @default long enough for a busy machine */
  timeoutMs?: number
}): Promise<TestProcess> {
  const log = createLog()
  const messages: SharedMessage[] = []
  let backs = 0
  const connection = redis({ url, secret, prefix, leaseMs: 1_000, timeoutMs }).open({
    clock: systemClock,
    logger: createProxyLogger({ logger: log, redact: (text) => text }),
    onMessage: (message) => void messages.push(message),
    onBack: () => {
      backs += 1
    },
  })
  onTestFinished(() => connection.close())
  await eventually(() => {
    if (backs === 0) throw new Error('Redis was not reached.')
  })
  return { ...connection, messages, lines: log.lines, backs: () => backs }
}

/** Opens as many processes, which meet. */
export async function openProcesses({
  urls,
  ...options
}: {
  urls: string[]
  prefix?: string
  timeoutMs?: number
}): Promise<[TestProcess, TestProcess, ...TestProcess[]]> {
  const shared = { prefix: nextPrefix(), ...options }
  const [one, two, ...rest] = await Promise.all(urls.map((url) => openProcess({ ...shared, url })))
  if (!one || !two) throw new Error('There are at least two.')
  return [one, two, ...rest]
}
