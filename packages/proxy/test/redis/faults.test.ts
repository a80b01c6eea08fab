import { requestHeader } from '@crm-chat/protocol'
import { Redis } from 'ioredis'
import { expect, it, onTestFinished } from 'vitest'
import { startRedis } from '../../../../scripts/redisServer.ts'
import { memoryConversations } from '../../src/conversations/memoryConversations.ts'
import { createSeal } from '../../src/redis/createSeal.ts'
import { eventually } from '../eventually.ts'
import { followEvents } from '../followEvents.ts'
import { v3Message } from '../startReceiver.ts'
import { describeRedis, setUpRedis } from './setUpRedis.ts'
import { lastPrefix, sharedSecret, startProxies, type TestProxy } from './startProxies.ts'
import { startToxic } from './startToxic.ts'

const server = setUpRedis()

const cookie = 'session=ann'
const channels = { channelsUpdates: [{ channelId: 'c-1', state: 'active' }] }
const away =
  'Redis does not respond: this process goes on alone, and refuses webhooks and messages with an id of their own'

async function start(parameters: Omit<Parameters<typeof startProxies>[0], 'count'>): Promise<[TestProxy, TestProxy]> {
  const [one, two] = await startProxies({ timeoutMs: 200, ...parameters, count: 2 })
  if (!one || !two) throw new Error('There are two.')
  return [one, two]
}

async function openWindow(url: string): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    origin: url,
    cookie,
    [requestHeader.name]: requestHeader.value,
  }
  return (await fetch(`${url}/chat/window`, { method: 'POST', headers, body: '{"scope":"global"}' })).status
}

/** A page of this process has its counter and its window, whatever else fails. */
async function expectLocalWork({ url, backend }: TestProxy): Promise<void> {
  const page = await followEvents({ url, cookie })
  backend.send('1', 3)
  await eventually(() => expect(page.list('unanswered')).toContainEqual(expect.objectContaining({ count: 3 })))
  expect(await openWindow(url)).toBe(200)
}

async function expectCommonWork([one, two]: [TestProxy, TestProxy]): Promise<void> {
  const page = await followEvents({ url: two.url, cookie })
  await eventually(async () => {
    expect((await one.send(channels)).status).toBe(200)
    expect(page.list('channel').length).toBeGreaterThan(0)
  })
}

const stateOf = ({ chat }: TestProxy) => {
  const { status, shared } = chat.health()
  return [status, shared?.status]
}

describeRedis('without a Redis', () => {
  it('a proxy starts, is ready, warns once and works alone; it joins the others when there is one', async () => {
    const own = await startRedis()
    onTestFinished(own.close)
    await own.kill()
    const [one, two] = await start({ url: own.url, isDown: true })
    for (const proxy of [one, two]) {
      await expectLocalWork(proxy)
      expect(stateOf(proxy)).toEqual(['live', 'away'])
      expect(proxy.chat.metrics()).toContain('\ncrm_chat_shared_connected 0\n')
      expect(await proxy.post({})).toMatchObject({ status: 202 })
      expect((await proxy.send({ messages: [v3Message('m1')] })).status).toBe(503)
    }
    expect(one.log.lines.filter(({ message }) => message === away)).toHaveLength(1)
    await own.start()
    for (const proxy of [one, two]) await eventually(() => expect(stateOf(proxy)).toEqual(['live', 'connected']))
    expect(one.chat.metrics()).toContain('\ncrm_chat_shared_connected 1\n')
    await expectCommonWork([one, two])
  })
})

describeRedis('a Redis that dies', () => {
  it('harms no page of a process: counters and windows go on, and events come again when it is back, without its data', async () => {
    const [one, two] = await start({ url: server().url })
    const page = await followEvents({ url: one.url, cookie })
    one.backend.send('1', 1)
    await server().kill()
    await eventually(() => expect(stateOf(one)).toEqual(['live', 'away']))
    one.backend.send('1', 2)
    await eventually(() => expect(page.list('unanswered')).toContainEqual(expect.objectContaining({ count: 2 })))
    await expectLocalWork(two)
    await server().start()
    await expectCommonWork([one, two])
  })

  it('keeps no event from the pages of the process where it happens', async () => {
    const [one] = await start({
      url: server().url,
      options: () => ({ authorizeChats: () => true, conversations: memoryConversations() }),
    })
    const page = await followEvents({ url: one.url, cookie })
    await server().kill()
    await eventually(() => expect(stateOf(one)).toEqual(['live', 'away']))
    expect((await one.post({ text: 'Hello' })).status).toBe(202)
    await eventually(() => expect(page.list('message')).toMatchObject([{ text: 'Hello', direction: 'outgoing' }]))
    await server().start()
  })

  it('and comes back without its data is told the last values again', async () => {
    const [one] = await start({ url: server().url })
    await followEvents({ url: one.url, cookie })
    one.backend.send('1', 5)
    const client = new Redis(server().url)
    client.on('error', () => {}) // It comes back.
    onTestFinished(() => client.disconnect())
    const valuesIn = () => client.keys(`${lastPrefix()}:value:*`)
    await eventually(async () => expect(await valuesIn()).toHaveLength(1))
    await server().kill()
    await server().start()
    await eventually(async () => expect(await valuesIn()).toHaveLength(1))
  })
})

describeRedis('a Redis that is paused', () => {
  it('harms no page of a process, and is common again when it goes on', async () => {
    const [one, two] = await start({ url: server().url })
    server().pause()
    for (const proxy of [one, two]) {
      await expectLocalWork(proxy)
      await eventually(async () => {
        expect((await proxy.send({ messages: [v3Message('m1')] })).status).toBe(503)
        expect(stateOf(proxy)).toEqual(['live', 'away'])
      })
    }
    server().resume()
    await expectCommonWork([one, two])
  })
})

describeRedis('a process that is cut off from Redis', () => {
  it('works alone, harms no other one, and misses no logout', async () => {
    const network = await startToxic(server().url)
    const [one, two] = await start({ url: (index) => (index === 0 ? network.url : server().url) })
    const page = await followEvents({ url: one.url, cookie })
    network.cut()
    await eventually(() => expect(stateOf(one)).toEqual(['live', 'away']))
    await expectLocalWork(one)
    await expectLocalWork(two)
    expect((await two.send(channels)).status).toBe(200)
    two.chat.revoke('1')
    await eventually(() => expect(two.chat.health().streams).toBe(0))
    expect(one.chat.health().streams).toBe(2)
    network.heal()
    await eventually(() => expect(one.chat.health().streams).toBe(0))
    expect(page.list('unanswered').length).toBeGreaterThan(0)
    await expectCommonWork([one, two])
  })

  it('takes no later value back with the one that it had', async () => {
    const network = await startToxic(server().url)
    const at = (second: number): string => `2030-01-01T00:00:0${second}.000Z`
    const [one, two] = await start({ url: (index) => (index === 0 ? network.url : server().url) })
    await followEvents({ url: one.url, cookie })
    await followEvents({ url: two.url, cookie })
    const client = new Redis(server().url)
    onTestFinished(() => client.disconnect())
    const seal = createSeal({ secret: sharedSecret, prefix: '' })
    const countIn = async (): Promise<number | undefined> => {
      const [key = ''] = await client.keys(`${lastPrefix()}:value:*`)
      const [at, sealed = ''] = (await client.get(key))?.split(' ') ?? []
      return JSON.parse(seal.unseal(`${key} ${at}`, sealed) ?? '{}').count
    }
    one.backend.open.get('1')?.onValue({ count: 1, tone: 'red', at: at(1) })
    await eventually(async () => expect(await countIn()).toBe(1))
    network.cut()
    two.backend.open.get('1')?.onValue({ count: 2, tone: 'red', at: at(2) })
    await eventually(async () => expect(await countIn()).toBe(2))
    network.heal()
    await eventually(() => expect(stateOf(one)).toEqual(['live', 'connected']))
    await one.chat.close() // It writes what it has.
    expect(await countIn()).toBe(2)
  })
})
