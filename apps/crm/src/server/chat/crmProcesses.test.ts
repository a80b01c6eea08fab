import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { skipsRedis } from '../../../../../scripts/redis.ts'
import { startRedis } from '../../../../../scripts/redisServer.ts'
import { eventually } from '../../../test/eventually.ts'
import { startTestCrm, type TestCrm } from '../../../test/startTestCrm.ts'

const secret = 'a secret of 32 characters or more'

/** Starts processes of one CRM, with one database. */
async function startProcesses(url: string): Promise<[TestCrm, TestCrm]> {
  const folder = await mkdtemp(join(tmpdir(), 'crm-processes-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const options = { data: join(folder, 'crm.sqlite'), redis: { url, secret } }
  return [await startTestCrm(options), await startTestCrm(options)]
}

describe.skipIf(skipsRedis())('two processes of the CRM with a Redis', () => {
  it('end each other’s streams of a user who logs out', async () => {
    const redis = await startRedis()
    onTestFinished(redis.close)
    const [one, two] = await startProcesses(redis.url)
    const ann = await one.logIn('ann')
    const stream = await fetch(`${two.url}/chat/events`, { headers: { cookie: ann.cookie() } })
    expect(stream.status).toBe(200)
    const ended = stream.text()
    await ann.post('/api/logout')
    // The check of sessions comes after 48 seconds at the earliest, and three heartbeats.
    expect((await ended).match(/^:/gm)?.length ?? 0).toBeLessThan(3)
  })
})

describe('a process of the CRM without its Redis', () => {
  it('starts, is ready and works, and says so once without the secret', async () => {
    const crm = await startTestCrm({ redis: { url: 'redis://crm:a-password@127.0.0.1:9', secret } })
    const ann = await crm.logIn('ann')
    expect((await ann.get('/readyz')).status).toBe(200)
    expect((await ann.get('/chat/session')).status).toBe(200)
    const warnings = () => crm.lines.filter((line) => line.includes('Redis does not respond'))
    await eventually(() => expect(warnings()).toHaveLength(1))
    expect(crm.lines.join('')).not.toMatch(/a-password|a secret of/)
  })
})
