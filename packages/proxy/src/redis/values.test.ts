import { Redis } from 'ioredis'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { openProcess, openProcesses } from '../../test/redis/openProcess.ts'
import { describeRedis, setUpRedis } from '../../test/redis/setUpRedis.ts'
import { lastPrefix, startProxies } from '../../test/redis/startProxies.ts'
import type { LastValue } from '../processes/sharedState.ts'

const server = setUpRedis()

const toValue = (count: number, second = 0): LastValue => ({
  count,
  tone: 'red',
  at: `2030-01-01T00:00:0${second}.000Z`,
  epoch: 1,
})

async function unanswered(url: string): Promise<unknown> {
  const response = await fetch(`${url}/chat/unanswered`, { headers: { cookie: 'session=ann' } })
  return response.json()
}

describeRedis('the last value of a counter', () => {
  it('is shown as stale by another process, until the vendor sends that one a value', async () => {
    const [one, two] = await startProxies({
      url: server().url,
      count: 2,
      options: (index) => ({ limits: { firstValueTimeoutMs: index === 0 ? 60_000 : 1_000 } }),
    })
    if (!one || !two) throw new Error('There are two.')
    const first = unanswered(one.url)
    await eventually(() => expect(one.backend.open.has('1')).toBe(true))
    one.backend.send('1', 7)
    expect(await first).toMatchObject({ status: 'live', count: 7 })
    const client = new Redis(server().url)
    onTestFinished(() => client.disconnect())
    await eventually(async () => expect(await client.keys(`${lastPrefix()}:value:*`)).toHaveLength(1))
    expect(await unanswered(two.url)).toMatchObject({ status: 'stale', count: 7 })
    two.backend.send('1', 8)
    expect(await unanswered(two.url)).toMatchObject({ status: 'live', count: 8 })
  })

  it('is never replaced by an earlier one', async () => {
    const [one, two] = await openProcesses({ urls: [server().url, server().url] })
    two.lastValues.write('1', toValue(2, 2))
    await two.close() // It is written then.
    one.lastValues.write('1', toValue(1, 1))
    one.lastValues.write('other', toValue(3, 3))
    await eventually(async () => expect(await one.lastValues.read('other')).toEqual(toValue(3, 3)))
    expect(await one.lastValues.read('1')).toEqual(toValue(2, 2))
  })

  it('is the one of its user, namespace and secret', async () => {
    const one = await openProcess({ url: server().url })
    const prefix = lastPrefix()
    one.lastValues.write('acme~1', toValue(1))
    await one.close()
    const client = new Redis(server().url)
    onTestFinished(() => client.disconnect())
    const [key = ''] = await client.keys(`${prefix}:value:*`)
    const sealed = String(await client.get(key))
    const two = await openProcess({ url: server().url, prefix })
    expect(await two.lastValues.read('acme~1')).toEqual(toValue(1))
    for (const text of ['', 'junk', sealed.slice(0, -4), sealed.replace('2030', '2031'), `${sealed}AAAA`]) {
      await client.set(key, text)
      expect(await two.lastValues.read('acme~1')).toBeUndefined()
    }
    const elsewhere = await openProcess({ url: server().url })
    elsewhere.lastValues.write('other~1', toValue(2))
    await elsewhere.close()
    const [other = ''] = await client.keys(`${lastPrefix()}:value:*`)
    await client.set(key, String(await client.get(other))) // Of another user and namespace.
    expect(await two.lastValues.read('acme~1')).toBeUndefined()
  })
})
