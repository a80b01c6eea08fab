import { Redis } from 'ioredis'
import { expect, it, onTestFinished } from 'vitest'
import { createHookedBackend as hooked } from '../../test/createHookedBackend.ts'
import { eventually } from '../../test/eventually.ts'
import { followEvents } from '../../test/followEvents.ts'
import { describeRedis, setUpRedis } from '../../test/redis/setUpRedis.ts'
import { lastPrefix, sharedSecret, startProxies } from '../../test/redis/startProxies.ts'
import { secret as ownSecret, v3Message } from '../../test/startReceiver.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import type { SharedMessage } from '../processes/sharedMessage.ts'
import { tenantSecretsOf } from '../webhooks/tenantSecrets.ts'
import { createSeal } from './createSeal.ts'

const server = setUpRedis()

const users: Record<string, ChatUser> = {
  ann: { id: '1', name: 'Ann' },
  bob: { id: '2', name: 'Bob' },
  root: { id: '3', name: 'Root', roles: ['admin'] },
}
const identify = (request: Request): ChatUser | null => users[request.headers.get('cookie') ?? ''] ?? null
async function secretOf(tenant: string): Promise<string> {
  const [secret = ''] = await tenantSecretsOf({ secrets: [ownSecret], tenant })
  return secret
}

/** Counts the messages that Redis passes on. */
async function startWatching(url: string): Promise<{ count: () => number }> {
  const client = new Redis(url)
  onTestFinished(() => client.disconnect())
  let count = 0
  client.on('message', () => {
    count += 1
  })
  await client.subscribe(`${lastPrefix()}:bus`)
  return { count: () => count }
}

const channels = { channelsUpdates: [{ channelId: 'c-1', state: 'active' }] }

describeRedis('an event', () => {
  it('reaches the pages of all processes whose users may see it, once', async () => {
    const asked: string[] = []
    const [one, two, three] = await startProxies({
      url: server().url,
      count: 3,
      options: (index) => ({
        identify,
        authorizeChats: ({ user }) => {
          asked.push(`${index} ${user.id}`)
          return user.id === '1'
        },
      }),
    })
    if (!one || !two || !three) throw new Error('There are three.')
    const pages = [one, two, three].map(({ url }) => followEvents({ url, cookie: 'ann' }))
    const anns = await Promise.all(pages)
    const bob = await followEvents({ url: two.url, cookie: 'bob' })
    await one.send({ messages: [v3Message('m1')] })
    await two.send({ statuses: [{ messageId: 'm1', status: 'read' }] })
    await three.send(channels)
    for (const ann of anns) {
      await eventually(() => expect(ann.list('channel')).toHaveLength(1))
      await eventually(() => expect(ann.list('status')).toEqual([{ messageId: 'm1', status: 'read' }]))
      expect(ann.list('message')).toMatchObject([{ id: 'm1', text: 'Text of m1' }])
    }
    await eventually(() => expect(bob.list('channel')).toHaveLength(1))
    expect(bob.list('message')).toEqual([])
    expect(asked).toContain('1 2')
  })

  it('for users whom the CRM names, or administrators, is for them in all processes', async () => {
    const [one, two] = await startProxies({
      url: server().url,
      count: 2,
      options: () => ({ identify, webhooks: { recipients: () => [2] } }),
    })
    if (!one || !two) throw new Error('There are two.')
    const [ann, bob, root] = await Promise.all(
      ['ann', 'bob', 'root'].map((cookie) => followEvents({ url: two.url, cookie })),
    )
    await one.send({ messages: [v3Message('m1')] })
    await one.send({ channelsUpdates: [{ channelId: 'c-1', state: 'qr', qr: 'data:image/png;base64,AA' }] })
    await one.send(channels)
    for (const page of [ann, bob, root]) await eventually(() => expect(page?.list('channel').length).toBeGreaterThan(0))
    await eventually(() => expect(bob?.list('message')).toHaveLength(1))
    expect([...(ann?.list('message') ?? []), ...(root?.list('message') ?? [])]).toEqual([])
  })

  it('stays within its tenant', async () => {
    const tenants = (request: Request): ChatUser => ({
      id: '1',
      name: 'Ann',
      tenant: request.headers.get('cookie') ?? '',
    })
    const [one, two] = await startProxies({
      url: server().url,
      count: 2,
      options: () => {
        const backend = { ...hooked(), forTenant: () => hooked() }
        return { identify: tenants, backend }
      },
    })
    if (!one || !two) throw new Error('There are two.')
    const acme = await followEvents({ url: two.url, cookie: 'acme' })
    const other = await followEvents({ url: two.url, cookie: 'other' })
    await one.send(channels, { secret: await secretOf('acme') })
    await eventually(() => expect(acme.list('channel')).toHaveLength(1))
    expect(other.list('channel')).toEqual([])
  })
})

describeRedis('a message in Redis', () => {
  async function setUp() {
    const [proxy] = await startProxies({ url: server().url, count: 1, options: () => ({ identify }) })
    if (!proxy) throw new Error('There is one.')
    const page = await followEvents({ url: proxy.url, cookie: 'ann' })
    const client = new Redis(server().url)
    onTestFinished(() => client.disconnect())
    const channel = `${lastPrefix()}:bus`
    let number = 0
    const message: SharedMessage = {
      kind: 'event',
      event: { name: 'status', data: { messageId: 'm1', status: 'read' }, to: 'everyone' },
    }
    const toText = (changes: object = {}, secret = sharedSecret): string => {
      number += 1
      const envelope = { from: 'other', number, at: Date.now(), message, ...changes }
      return createSeal({ secret, prefix: '' }).seal(channel, JSON.stringify(envelope))
    }
    const publish = (text: string) => client.publish(channel, text)
    await eventually(async () => expect(await client.pubsub('NUMSUB', channel)).toEqual([channel, 1]))
    return { ...proxy, page, publish, toText, message, channel }
  }

  it('that another process has sealed is taken', async () => {
    const { page, publish, toText } = await setUp()
    await publish(toText())
    await eventually(() => expect(page.list('status')).toHaveLength(1))
  })

  it('that nobody sealed, or that is malformed, large, old or played again, is ignored and logged once', async () => {
    const { page, publish, toText, message, log, channel, chat } = await setUp()
    const good = toText()
    await publish(good)
    const seal = (place: string, text: string): string =>
      createSeal({ secret: sharedSecret, prefix: '' }).seal(place, text)
    const ofOtherNamespace = seal('other:bus', JSON.stringify({ from: 'other', number: 500, at: Date.now(), message }))
    const forged = [
      ofOtherNamespace,
      seal(channel, 'no JSON'),
      ...Array.from({ length: 100 }, () => toText({}, 'another secret of 32 characters..')),
      'junk',
      '',
      `${good.slice(0, -1)} `,
      good,
      toText({ at: Date.now() - 31_000 }),
      toText({ at: Date.now() + 31_000 }),
      toText({ extra: 1 }),
      toText({ message: { ...message, extra: 1 } }),
      toText({ message: { kind: 'event', event: { name: 'session', data: { userId: '2' }, to: 'everyone' } } }),
      toText({ message: { kind: 'event', event: { name: 'status', data: { messageId: 1 }, to: 'everyone' } } }),
      toText({ extra: 'x'.repeat(262_144) }),
    ]
    for (const text of forged) await publish(text)
    await publish(toText({ number: 1_000 }))
    await eventually(() => expect(page.list('status')).toHaveLength(2))
    expect(chat.health().shared).toEqual({ status: 'connected', ignored: forged.length })
    expect(chat.metrics()).toContain(`\ncrm_chat_shared_ignored_total ${forged.length}\n`)
    expect(log.lines.map(({ message: text, fields }) => [text, (fields as { reason: string }).reason]).sort()).toEqual(
      [
        'it came before',
        'it has an unknown form, e.g. that of another version',
        'it is too large',
        'it is too old, or the clocks of two servers differ',
        'it was not sealed with the secret of this proxy',
      ].map((reason) => ['a message in Redis was ignored', reason]),
    )
  })
})

describeRedis('a logout', () => {
  it('ends the streams of the user in all processes, and nobody else’s', async () => {
    const proxies = await startProxies({ url: server().url, count: 3, options: () => ({ identify }) })
    for (const { url } of proxies) await followEvents({ url, cookie: 'ann' })
    for (const { url } of proxies) await followEvents({ url, cookie: 'bob' })
    proxies[0]?.chat.revoke('1')
    for (const { chat } of proxies) await eventually(() => expect(chat.health().streams).toBe(1))
  })

  it('wins over a request of another process whose user is being looked up', async () => {
    let answer = (_user: ChatUser): void => {}
    let isAsked = false
    const slow = (): Promise<ChatUser> =>
      new Promise((resolve) => {
        isAsked = true
        answer = resolve
      })
    const [one, two] = await startProxies({
      url: server().url,
      count: 2,
      options: (index) => ({ identify: index === 0 ? identify : slow, limits: { hookTimeoutMs: 60_000 } }),
    })
    if (!one || !two) throw new Error('There are two.')
    const session = fetch(`${two.url}/chat/session`)
    await eventually(() => expect(isAsked).toBe(true))
    const watcher = await startWatching(server().url)
    one.chat.revoke('1')
    await eventually(() => expect(watcher.count()).toBeGreaterThan(0))
    answer({ id: '1', name: 'Ann' })
    expect((await session).status).toBe(401)
  })

  it('reaches a process that could not be told at once', async () => {
    const [one, two] = await startProxies({ url: server().url, count: 2, options: () => ({ identify }) })
    if (!one || !two) throw new Error('There are two.')
    await followEvents({ url: two.url, cookie: 'ann' })
    await server().kill()
    one.chat.revoke('1')
    await server().start()
    await eventually(() => expect(two.chat.health().streams).toBe(0))
  })
})
