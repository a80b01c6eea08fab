import { readFileSync } from 'node:fs'
import { Redis } from 'ioredis'
import { expect, it, onTestFinished } from 'vitest'
import { createLog } from '../../test/createLog.ts'
import { eventually } from '../../test/eventually.ts'
import { openProcess, openProcesses } from '../../test/redis/openProcess.ts'
import { describeRedis, setUpRedis } from '../../test/redis/setUpRedis.ts'
import { lastPrefix, sharedSecret } from '../../test/redis/startProxies.ts'
import { startToxic } from '../../test/redis/startToxic.ts'
import { systemClock } from '../clock.ts'
import { createProxyLogger } from '../logger.ts'
import type { SharedMessage } from '../processes/sharedMessage.ts'
import { redis } from './redis.ts'

const server = setUpRedis()
const chat = { chatType: 'whatsapp', chatId: '79990000001' }
const count = { key: 'a', max: 1_000_000, perMs: 60_000 }

const eventOf = (text: string): SharedMessage => ({
  kind: 'event',
  event: { name: 'status', data: { messageId: text, status: 'read' }, to: 'everyone' },
})

describeRedis('a command', () => {
  it('fails after 200 ms without a response, and after three of those at once, until Redis responds again', async () => {
    const network = await startToxic(server().url)
    const one = await openProcess({ url: network.url, timeoutMs: 200 })
    network.stall()
    await expect(one.chats.find(['m'])).rejects.toThrow('Redis failed: ChatProxyError: No response within 200 ms.')
    await eventually(() => expect(one.chats.find(['m'])).rejects.toThrow(/^Redis does not respond.$/))
    expect(one.health().status).toBe('away')
    expect(one.lines.map(({ level, message }) => [level, message])).toEqual([
      [
        'warn',
        'Redis does not respond: this process goes on alone, and refuses webhooks and messages with an id of their own',
      ],
    ])
    network.heal()
    await eventually(async () => expect((await one.chats.find(['m'])).size).toBe(0))
    expect(one.lines.map(({ level, message }) => [level, message]).slice(1)).toEqual([['info', 'Redis responds again']])
  })

  it('that comes two seconds late is given up, and Redis is found again once it is quick', async () => {
    const network = await startToxic(server().url)
    const one = await openProcess({ url: network.url, timeoutMs: 200 })
    network.delay(2_000)
    await eventually(() => expect(one.chats.find(['m'])).rejects.toThrow('Redis does not respond.'))
    expect(await one.count(count)).toBe(0)
    expect(await one.lastValues.read('1')).toBeUndefined()
    network.heal()
    await eventually(() => expect(one.health().status).toBe('connected'))
  })

  it('does not wait for a Redis that is away: nothing is sent, and nothing kept', async () => {
    const network = await startToxic(server().url)
    const one = await openProcess({ url: network.url, timeoutMs: 200 })
    network.stall()
    await eventually(() => expect(one.chats.find(['m'])).rejects.toThrow('Redis does not respond.'))
    network.cut()
    const [sent, tasks] = [network.sent(), 20_000]
    for (let index = 0; index < tasks; index += 1) one.publish(eventOf(`lost ${index}`))
    expect(await Promise.all(Array.from({ length: tasks }, () => one.count(count)))).toEqual(
      Array.from({ length: tasks }, () => 0),
    )
    expect(network.sent()).toBe(sent)
    network.heal()
    await eventually(() => expect(one.health().status).toBe('connected'))
    expect(network.sent() - sent).toBeLessThan(10_000) // Greetings and scripts, and none of the 20,000 events.
  })

  it('of very many at a time is refused before it fills the memory', async () => {
    const network = await startToxic(server().url)
    const one = await openProcess({ url: network.url, timeoutMs: 200 })
    const before = network.sent()
    network.stall()
    const large = eventOf('x'.repeat(100_000))
    for (let index = 0; index < 1_000; index += 1) one.publish(large)
    const calls = await Promise.allSettled(Array.from({ length: 20_000 }, () => one.chats.find(['m'])))
    const refused = calls.filter((call) => call.status === 'rejected' && /not respond/.test(call.reason.message))
    expect(refused.length).toBeGreaterThanOrEqual(10_000)
    expect(one.health().status).toBe('away')
    network.heal()
    await eventually(() => expect(one.health().status).toBe('connected'))
    expect(network.sent() - before).toBeLessThan(20_000_000) // Of 100 MB of events.
    expect(one.lines).toContainEqual({
      level: 'warn',
      fields: { reason: 'too many are under way' },
      message: 'an event was not shown to pages of other processes',
    })
  })
})

describeRedis('processes that share a Redis', () => {
  it('need no other rights than those that the README names', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const [, rule = ''] = /^ +ACL (SETUSER .+)$/m.exec(readme) ?? []
    const client = new Redis(server().url)
    onTestFinished(() => client.disconnect())
    await client.call('ACL', ...rule.split(' '))
    const urls = Array.from({ length: 2 }, () => server().url.replace('//', '//crm:password@'))
    const [one, two] = await openProcesses({ urls, prefix: 'crm-chat' })
    expect(await one.deliveries.claim('a')).toEqual({ status: 'claimed' })
    await one.deliveries.commit('a')
    const claim = await one.ledger.claim({ key: 'a', digest: 'd' })
    if (claim.status === 'claimed') await claim.settle({ result: 1 })
    expect(await two.ledger.claim({ key: 'a', digest: 'd' })).toEqual({ status: 'settled', outcome: { result: 1 } })
    expect(await one.lane('a', async (isHeld) => isHeld())).toBe(true)
    await one.chats.remember(new Map([['m', chat]]))
    expect((await two.chats.find(['m'])).size).toBe(1)
    expect([await one.count({ ...count, max: 1 }), (await two.count({ ...count, max: 1 })) > 0]).toEqual([0, true])
    const logout: SharedMessage = { kind: 'revoke', userId: '1' }
    await eventually(() => {
      one.publish(logout)
      expect(two.messages).toContainEqual(logout)
    })
    expect([...one.lines, ...two.lines]).toEqual([])
    expect(await client.info('errorstats')).not.toContain('NOPERM')
  })

  it('hear each other again after it was restarted without its data', async () => {
    const [one, two] = await openProcesses({ urls: [server().url, server().url] })
    await server().kill()
    await eventually(() => expect([one, two].map(({ health }) => health().status)).toEqual(['away', 'away']))
    await server().start()
    await eventually(() => {
      one.publish(eventOf('after'))
      expect(two.messages).toContainEqual(eventOf('after'))
    })
    await eventually(() => {
      two.publish(eventOf('too'))
      expect(one.messages).toContainEqual(eventOf('too'))
    })
  })

  it('hear each other again after it was paused', async () => {
    const [one, two] = await openProcesses({ urls: [server().url, server().url], timeoutMs: 200 })
    server().pause()
    await eventually(() => expect(one.chats.find(['m'])).rejects.toThrow('Redis does not respond.'))
    server().resume()
    await eventually(() => {
      one.publish(eventOf('after'))
      expect(two.messages).toContainEqual(eventOf('after'))
    })
  })

  it('go on after a fail-over', async () => {
    const [one, two] = await openProcesses({ urls: [server().url, server().url] })
    const client = new Redis(server().url)
    onTestFinished(() => client.disconnect())
    await client.replicaof('127.0.0.1', '1') // It takes no writes then.
    await eventually(() =>
      expect(one.chats.remember(new Map([['m', chat]]))).rejects.toThrow('Redis does not respond.'),
    )
    await client.replicaof('NO', 'ONE')
    await eventually(() => one.chats.remember(new Map([['m', chat]])))
    await eventually(async () => expect(await two.chats.find(['m', 'n'])).toEqual(new Map([['m', chat]])))
  })

  it('go on where one of them cannot apply a message', async () => {
    const one = await openProcess({ url: server().url })
    const log = createLog()
    const heard: SharedMessage[] = []
    const failing = redis({ url: server().url, secret: sharedSecret, prefix: lastPrefix() }).open({
      clock: systemClock,
      logger: createProxyLogger({ logger: log, redact: (text) => text }),
      onBack: () => {},
      onMessage: (message) => {
        heard.push(message)
        throw new Error('It failed.')
      },
    })
    onTestFinished(() => failing.close())
    await eventually(() => {
      one.publish(eventOf('a'))
      expect(heard.length).toBeGreaterThan(1)
    })
    expect(log.lines).toEqual([
      {
        level: 'error',
        fields: { reason: 'Error: It failed.' },
        message: 'a message of another process failed',
      },
    ])
  })

  it('of another namespace hear nothing, whatever secret they have', async () => {
    const [one, two] = await openProcesses({ urls: [server().url, server().url] })
    const other = await openProcess({ url: server().url })
    other.publish(eventOf('elsewhere'))
    one.publish(eventOf('here'))
    await eventually(() => expect(two.messages).toEqual([eventOf('here')]))
    expect(other.messages).toEqual([])
  })
})

it('a secret in the log is crossed out, and what is wrong with the options is named without it', () => {
  const shared = redis({ url: 'redis://crm:pass%20word@127.0.0.1:1', secret: sharedSecret })
  expect(shared.redact(`${sharedSecret} pass%20word "pass word"`)).toBe('[secret] [secret] "[secret]"')
  const problems = redis({ url: 'https://x', secret: 'short', prefix: 'a b', leaseMs: 999 }).problems()
  expect(problems).toEqual([
    'shared: the url of redis() must begin with redis:// or rediss://',
    'shared: the secret of redis() must have at least 32 characters',
    'shared: the prefix of redis() must be 1 to 64 letters, digits, ., :, - and _',
    'shared: the leaseMs of redis() must be 1000 to 60000',
  ])
  expect(redis({ secret: sharedSecret }).problems()).toEqual(['shared: redis() needs either url or client'])
})
