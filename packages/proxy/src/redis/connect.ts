import { Redis, type RedisOptions } from 'ioredis'

/** Connections to one Redis. */
export interface Connections {
  /** For commands. */
  client: Redis
  /** For messages of other processes. */
  subscriber: Redis
}

/** Longest time between two attempts to connect. */
const longestRetryMs = 500

/**
 * Nothing waits in a queue: a command that cannot be sent fails at once, and none is sent twice. A connection without a reply
 * for five seconds is given up.
 */
const options = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  connectTimeout: 3_000,
  socketTimeout: 5_000,
  keepAlive: 10_000,
  lazyConnect: false,
  reconnectOnError: (error: Error): boolean => error.message.startsWith('READONLY'), // After a fail-over.
  retryStrategy: (times: number): number =>
    Math.min(longestRetryMs, 50 * 2 ** Math.min(times, 10)) * (0.5 + Math.random() / 2),
} satisfies RedisOptions

/** Connects to a Redis. A client that is given is only copied: its own connection is left alone. */
export function connect({ url, client }: { url?: string | undefined; client?: Redis | undefined }): Connections {
  const open = (): Redis => client?.duplicate(options) ?? new Redis(url ?? '', options)
  return { client: open(), subscriber: open() }
}
