import { expect, it } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { openProcesses } from '../../test/redis/openProcess.ts'
import { describeRedis, setUpRedis } from '../../test/redis/setUpRedis.ts'
import { startProxies } from '../../test/redis/startProxies.ts'
import { startToxic } from '../../test/redis/startToxic.ts'
import { ofTenant } from '../processes/ofTenant.ts'

const server = setUpRedis()

describeRedis('a limit per minute', () => {
  it('counts what all processes do, for each key and tenant', async () => {
    const processes = await openProcesses({ urls: Array.from({ length: 3 }, () => server().url) })
    const count = (tenant: string, key: string): Promise<number[]> =>
      Promise.all(
        [...processes, ...processes].map((shared) =>
          ofTenant({ shared, tenant }).count({ key, max: 4, perMs: 60_000 }),
        ),
      )
    for (const [tenant, key] of [
      ['acme', 'messages 1'],
      ['acme', 'messages 2'],
      ['other', 'messages 1'],
    ] as const) {
      const waits = await count(tenant, key)
      expect(waits.filter((ms) => ms === 0)).toHaveLength(4)
      for (const ms of waits.filter((each) => each > 0)) expect(ms).toBeLessThanOrEqual(60_000)
    }
  })

  it('is a sliding one', async () => {
    const [one, two] = await openProcesses({ urls: [server().url, server().url] })
    expect(await one.count({ key: 'a', max: 1, perMs: 100 })).toBe(0)
    await eventually(async () => expect(await two.count({ key: 'a', max: 1, perMs: 100 })).toBe(0))
    expect(await one.count({ key: 'a', max: 1, perMs: 60_000 })).toBeGreaterThan(0)
  })

  it('is each process’s own while Redis is away, and common again when it is back', async () => {
    const network = await startToxic(server().url)
    const [one, two] = await startProxies({
      url: () => network.url,
      timeoutMs: 200,
      count: 2,
      options: () => ({ limits: { messagesPerMinute: 2 } }),
    })
    if (!one || !two) throw new Error('There are two.')
    network.cut()
    await eventually(() => expect([one, two].map(({ chat }) => chat.health().shared?.status)).toEqual(['away', 'away']))
    const statuses = async ({ post }: typeof one): Promise<number[]> => [
      (await post({})).status,
      (await post({})).status,
      (await post({})).status,
    ]
    expect(await statuses(one)).toEqual([202, 202, 429])
    network.heal()
    await eventually(() => expect(two.chat.health().shared?.status).toBe('connected'))
    expect(await statuses(two)).toEqual([202, 202, 429])
  })

  it('is common to the processes of a user', async () => {
    const [one, two] = await startProxies({
      url: server().url,
      count: 2,
      options: () => ({ limits: { messagesPerMinute: 2 } }),
    })
    if (!one || !two) throw new Error('There are two.')
    const statuses = [await one.post({}), await two.post({}), await one.post({}), await two.post({})]
    expect(statuses.map(({ status }) => status)).toEqual([202, 202, 429, 429])
    expect((await two.post({ cookie: 'session=bob' })).status).toBe(202)
  })
})
