import { ensureRedis, skipsRedis } from './redis.ts'

/** Finds or installs a Redis once, before the test files that start one each. */
export function setup(): void {
  if (!skipsRedis()) process.env.REDIS_SERVER = ensureRedis()
}
