import { createServer } from 'node:net'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { skipsRedis } from '../../../../../scripts/redis.ts'
import { type RedisServer, startRedis } from '../../../../../scripts/redisServer.ts'
import { codesOf, createRig } from '../../../test/createRig.ts'
import { spawnCli } from '../../../test/spawnCli.ts'
import { findClosedPort } from '../../../test/startServer.ts'
import { writeV2Config } from '../../../test/writeConfig.ts'

const { doctor, env: rigEnv } = createRig()
const secret = 'a-secret-of-the-tests-of-32-characters'

it('finds a secret that is too short, and an address that is none, as the proxy does', async () => {
  const result = await doctor({ env: { REDIS_URL: 'http://127.0.0.1:9', CRM_CHAT_SECRET: 'short' } })
  expect(result).toMatchObject({ exitCode: 1, findings: [{ code: 'options-invalid' }] })
  expect(result.findings[0]?.what).toContain('CRM_CHAT_SECRET must have at least 32 characters')
  expect(result.findings[0]?.what).toContain('REDIS_URL must begin with redis://')
})

it('finds a Redis that cannot be reached, and shows no password', async () => {
  const { host } = new URL(await findClosedPort())
  const result = await doctor({ env: { REDIS_URL: `redis://:canary-pw@${host}`, CRM_CHAT_SECRET: secret } })
  expect(codesOf(result)).toEqual(['redis-unreachable'])
  expect(result.findings[0]?.what).toContain('ECONNREFUSED')
  expect(JSON.stringify(result)).not.toContain('canary-pw')
})

it('writes nothing else than its report', async () => {
  const { host } = new URL(await findClosedPort())
  const args = ['doctor', '--url', 'http://127.0.0.1:9', '--config', writeV2Config(), '--json']
  const run = spawnCli(args, { env: rigEnv({ REDIS_URL: `redis://${host}`, CRM_CHAT_SECRET: secret }) })
  expect(await run.exited).toBe(1)
  expect(JSON.parse(run.output.stdout).findings).toContainEqual(expect.objectContaining({ code: 'redis-unreachable' }))
  expect(run.output.stderr).toBe('')
})

it('finds something else than a Redis', async () => {
  const server = createServer((socket) => socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const result = await doctor({ env: { REDIS_URL: `redis://127.0.0.1:${port}`, CRM_CHAT_SECRET: secret } })
  expect(codesOf(result)).toEqual(['redis-unreachable'])
})

it('leaves out a Redis of the configuration itself, and says so', async () => {
  const shared = 'shared: { problems: () => [], redact: (text) => text, open() { throw new Error() } }'
  const result = await doctor({ file: writeV2Config({ rest: shared }), env: { REDIS_URL: 'redis://127.0.0.1:9' } })
  expect(codesOf(result)).not.toContain('redis-unreachable')
})

it('exits with 2 for a LOG_LEVEL that keeps the proxy from starting', async () => {
  expect(await doctor({ env: { LOG_LEVEL: 'loud' } })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('LOG_LEVEL must be one of'),
  })
})

describe.skipIf(skipsRedis())('a Redis that is there', () => {
  let redis: RedisServer
  let client: Redis
  beforeAll(async () => {
    redis = await startRedis({ keepsData: true })
    client = new Redis(redis.url)
  })
  afterAll(async () => {
    client?.disconnect()
    await redis?.close()
  })

  const examine = () => doctor({ env: { REDIS_URL: redis.url, CRM_CHAT_SECRET: secret } })

  it.each([
    ['yes', 'noeviction', []],
    ['no', 'noeviction', ['appendonly is no.']],
    ['yes', 'allkeys-lru', ['maxmemory-policy is allkeys-lru.']],
    ['no', 'volatile-ttl', ['appendonly is no, and maxmemory-policy is volatile-ttl.']],
  ])('with appendonly %s and maxmemory-policy %s', async (appendonly, policy, faults) => {
    await client.config('SET', 'appendonly', appendonly)
    await client.config('SET', 'maxmemory-policy', policy)
    const result = await examine()
    expect(codesOf(result)).toEqual(faults.map(() => 'redis-forgets'))
    for (const [index, fault] of faults.entries()) expect(result.findings[index]?.what).toContain(fault)
    expect(result.notChecked.filter((reason) => reason.includes('Redis'))).toEqual([])
  })

  it('that refuses the password', async () => {
    const url = redis.url.replace('//', '//:canary-pw@')
    await client.config('SET', 'requirepass', 'another-pw')
    onTestFinished(async () => void (await client.config('SET', 'requirepass', '')))
    const result = await doctor({ env: { REDIS_URL: url, CRM_CHAT_SECRET: secret } })
    expect(codesOf(result)).toEqual(['redis-unreachable'])
    expect(result.findings[0]?.what).toMatch(/WRONGPASS/)
    expect(JSON.stringify(result)).not.toContain('canary-pw')
  })
})
