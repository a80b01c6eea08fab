import { afterAll, beforeAll, describe } from 'vitest'
import { skipsRedis } from '../../../../scripts/redis.ts'
import { type RedisServer, startRedis } from '../../../../scripts/redisServer.ts'

/** A group of tests that need a Redis, of which the file has one; left out with `CRM_CHAT_SKIP_REDIS=1`. */
export const describeRedis: typeof describe.only = describe.skipIf(skipsRedis())

/** Starts a Redis before the tests of a file. @returns a function that returns it */
export function setUpRedis(options: Parameters<typeof startRedis>[0] = {}): () => RedisServer {
  let server: RedisServer | undefined
  beforeAll(async () => {
    if (!skipsRedis()) server = await startRedis(options)
  })
  afterAll(() => server?.close())
  return () => {
    if (!server) throw new Error('The Redis starts before the tests.')
    return server
  }
}
