import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ensureRedis, findRedis, skipsRedis } from './redis.ts'
import { startRedis } from './redisServer.ts'

function fakeServer(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'crm-chat-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'redis-server')
  writeFileSync(file, '#!/bin/sh\necho "Redis server v=7.0.0"\n')
  chmodSync(file, 0o755)
  return { folder, file }
}

describe('the Redis of the tests', () => {
  it('is the one that REDIS_SERVER names, or none', () => {
    onTestFinished(() => void vi.unstubAllEnvs())
    const { file } = fakeServer()
    vi.stubEnv('REDIS_SERVER', file)
    expect(ensureRedis()).toBe(file)
    vi.stubEnv('REDIS_SERVER', `${file}-2`)
    expect(() => ensureRedis()).toThrow(`REDIS_SERVER is ${file}-2, but there is no such file.`)
  })

  it('is that of the path otherwise', () => {
    onTestFinished(() => void vi.unstubAllEnvs())
    const { folder, file } = fakeServer()
    vi.stubEnv('REDIS_SERVER', '')
    vi.stubEnv('PATH', `${folder}:${process.env.PATH}`)
    expect(findRedis()).toBe(file)
  })

  it.skipIf(skipsRedis())('starts, is killed and starts again on its port', async () => {
    const server = await startRedis()
    await server.kill()
    await server.start()
    await server.close()
    await expect(fetch(server.url.replace('redis', 'http'))).rejects.toThrow()
  })
})
