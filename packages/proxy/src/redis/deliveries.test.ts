import { Redis } from 'ioredis'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { openProcess, openProcesses } from '../../test/redis/openProcess.ts'
import { describeRedis, setUpRedis } from '../../test/redis/setUpRedis.ts'
import { lastPrefix, startProxies } from '../../test/redis/startProxies.ts'
import { startToxic } from '../../test/redis/startToxic.ts'
import { v3Message } from '../../test/startReceiver.ts'
import { ChatProxyError } from '../errors.ts'
import type { Claim } from '../webhooks/deliveryLog.ts'

const server = setUpRedis()
const both = () => openProcesses({ urls: [server().url, server().url] })

function outcomeOf(claim: Claim): Promise<string> {
  if (claim.status !== 'pending') throw new Error(`It is ${claim.status}.`)
  return claim.outcome
}

describeRedis('a webhook that comes to several processes', () => {
  it('is handled by the first one, and the others wait for it', async () => {
    const [one, two] = await both()
    expect(await one.deliveries.claim('a')).toEqual({ status: 'claimed' })
    const outcome = outcomeOf(await two.deliveries.claim('a'))
    await one.deliveries.commit('a')
    expect(await outcome).toBe('done')
    expect(await Promise.all([one, two].map(({ deliveries }) => deliveries.claim('a')))).toEqual([
      { status: 'done' },
      { status: 'done' },
    ])
  })

  it('is handled by another one where the first could not', async () => {
    const [one, two] = await both()
    await one.deliveries.claim('a')
    const outcome = outcomeOf(await two.deliveries.claim('a'))
    await one.deliveries.abandon('a')
    expect(await outcome).toBe('abandoned')
    expect(await two.deliveries.claim('a')).toEqual({ status: 'claimed' })
  })

  it('is handled by another one where the first has died, once its lease is over', async () => {
    const [one, two] = await both()
    await one.deliveries.claim('a')
    await one.close()
    expect(await outcomeOf(await two.deliveries.claim('a'))).toBe('abandoned')
    expect(await two.deliveries.claim('a')).toEqual({ status: 'claimed' })
    expect(two.deliveries.holds?.('a')).toBe(true)
  })

  it('stays with a process that takes longer than a lease', async () => {
    const [one, two, three] = await openProcesses({ urls: Array.from({ length: 3 }, () => server().url) })
    await one.deliveries.claim('slow')
    await three?.deliveries.claim('of a dead process')
    await three?.close()
    expect(await outcomeOf(await two.deliveries.claim('of a dead process'))).toBe('abandoned') // A lease is over.
    expect((await two.deliveries.claim('slow')).status).toBe('pending')
    expect(one.deliveries.holds?.('slow')).toBe(true)
  })

  it('stays handled where the process that did was cut off, and tells it later', async () => {
    const network = await startToxic(server().url)
    const [one, two] = await openProcesses({ urls: [network.url, server().url], timeoutMs: 200 })
    await one.deliveries.claim('a')
    network.cut()
    await expect(one.deliveries.commit('a')).rejects.toThrow(ChatProxyError)
    expect(await one.deliveries.claim('a')).toEqual({ status: 'done' })
    await eventually(async () => expect(await two.deliveries.claim('a')).toEqual({ status: 'claimed' }))
    network.heal()
    await eventually(() => expect(two.deliveries.holds?.('a')).toBe(false))
    await two.deliveries.abandon('a')
    expect(await two.deliveries.claim('a')).toEqual({ status: 'done' })
  })

  it('that has no key of the vendor is forgotten once it was acknowledged, also while Redis is away', async () => {
    const network = await startToxic(server().url)
    const [one, two] = await openProcesses({ urls: [network.url, server().url], timeoutMs: 200 })
    await one.deliveries.claim('a')
    await one.deliveries.commit('a')
    network.cut()
    await one.deliveries.abandon('a')
    expect(await two.deliveries.claim('a')).toEqual({ status: 'done' })
    network.heal()
    await eventually(async () => expect(await two.deliveries.claim('a')).toEqual({ status: 'claimed' }))
  })

  it('is taken by nobody while nobody can tell', async () => {
    const network = await startToxic(server().url)
    const one = await openProcess({ url: network.url, timeoutMs: 200 })
    network.cut()
    await eventually(() => expect(one.health().status).toBe('away'))
    await expect(one.deliveries.claim('a')).rejects.toThrow('Redis does not respond.')
    network.heal()
    await eventually(async () => expect(await one.deliveries.claim('a')).toEqual({ status: 'claimed' }))
  })

  it('gets a 503 meanwhile, and is handled once when the vendor repeats it', async () => {
    const handled: string[] = []
    const network = await startToxic(server().url)
    const [one, two] = await startProxies({
      url: () => network.url,
      timeoutMs: 200,
      count: 2,
      options: () => ({ webhooks: { onEvent: (event) => void handled.push(event.kind) } }),
    })
    if (!one || !two) throw new Error('There are two.')
    network.cut()
    await eventually(() => expect(one.chat.health().shared?.status).toBe('away'))
    const { status, body } = await one.send({ messages: [v3Message('m1')] })
    expect([status, body.error?.code, body.error?.retryable]).toEqual([503, 'busy', true])
    network.heal()
    for (const proxy of [one, two]) {
      await eventually(async () => expect((await proxy.send({ messages: [v3Message('m1')] })).status).toBe(200))
    }
    expect(handled).toEqual(['message'])
  })

  it('is known to a Redis that has lost its data, from the process that handled it', async () => {
    const [one, two] = await both()
    await one.deliveries.claim('a')
    await one.deliveries.commit('a')
    await one.deliveries.claim('b')
    await server().kill()
    await server().start()
    await eventually(async () => expect(await two.deliveries.claim('a')).toEqual({ status: 'done' }))
    expect((await two.deliveries.claim('b')).status).toBe('pending')
    expect(two.lines.map(({ message }) => message)).toContain(
      'Redis has lost its data: what this process knows is written again',
    )
  })

  it('stays handled where Redis comes back without its last writes', async () => {
    const [first, second] = await Promise.all([startToxic(server().url), startToxic(server().url)])
    const [one, two] = await openProcesses({ urls: [first.url, second.url], timeoutMs: 200 })
    const client = new Redis(server().url)
    onTestFinished(() => client.disconnect())
    await one.deliveries.claim('a')
    await one.deliveries.commit('a')
    for (const network of [first, second]) network.cut()
    await eventually(() => expect([one, two].map(({ health }) => health().status)).toEqual(['away', 'away']))
    await client.del(await client.keys(`${lastPrefix()}:event:*`)) // The mark stays.
    second.heal()
    await eventually(() => expect(two.health().status).toBe('connected'))
    await expect(two.deliveries.claim('a')).rejects.toThrow(
      'Redis has just come back: other processes are heard first.',
    )
    first.heal()
    await eventually(async () => expect(await two.deliveries.claim('a')).toEqual({ status: 'done' }))
  })

  it('is handled once where Redis is emptied while it is connected', async () => {
    const [one, two] = await both()
    const client = new Redis(server().url)
    onTestFinished(() => client.disconnect())
    await one.deliveries.claim('a')
    await one.deliveries.commit('a')
    await one.deliveries.claim('b')
    await client.del(await client.keys(`${lastPrefix()}:*`))
    await expect(two.deliveries.claim('a')).rejects.toThrow('other processes are heard first')
    await eventually(async () => expect(await two.deliveries.claim('a')).toEqual({ status: 'done' }))
    expect((await two.deliveries.claim('b')).status).toBe('pending')
    expect(one.deliveries.holds?.('b')).toBe(true)
  })

  it('is taken by nobody while processes tell a Redis that has lost its data what they did', async () => {
    const network = await startToxic(server().url)
    const [one, two] = await openProcesses({ urls: [network.url, server().url], timeoutMs: 200 })
    await one.deliveries.claim('a')
    await one.deliveries.commit('a')
    network.cut()
    await server().kill()
    await eventually(() => expect(two.health().status).toBe('away'))
    await server().start()
    await eventually(() => expect(two.health().status).toBe('connected'))
    await expect(two.deliveries.claim('a')).rejects.toThrow(
      'Redis has just come back: other processes are heard first.',
    )
    network.heal()
    await eventually(async () => expect(await two.deliveries.claim('a')).toEqual({ status: 'done' }))
  })

  it('leaves no key in Redis that names its chat or user', async () => {
    const one = await openProcess({ url: server().url })
    const name = 'acme~whatsapp 79990000001'
    await one.deliveries.claim(name)
    await one.lane(name, async () => {})
    await one.count({ key: name, max: 1, perMs: 60_000 })
    const client = new Redis(server().url)
    onTestFinished(() => client.disconnect())
    const keys = await client.keys(`${lastPrefix()}:*`)
    expect(keys.length).toBeGreaterThan(2)
    expect(keys.filter((key) => /acme|7999/.test(key))).toEqual([])
  })
})
