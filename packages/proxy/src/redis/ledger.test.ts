import { Redis } from 'ioredis'
import { expect, it, onTestFinished } from 'vitest'
import { startRedis } from '../../../../scripts/redisServer.ts'
import { eventually } from '../../test/eventually.ts'
import { openProcesses } from '../../test/redis/openProcess.ts'
import { describeRedis, setUpRedis } from '../../test/redis/setUpRedis.ts'
import { lastPrefix, type Posted, startProxies, type TestProxy } from '../../test/redis/startProxies.ts'
import { startToxic } from '../../test/redis/startToxic.ts'

const server = setUpRedis({ keepsData: true })

async function startTwo(url = server().url, settings: { timeoutMs?: number } = {}): Promise<[TestProxy, TestProxy]> {
  const options = () => ({ limits: { messagesPerMinute: 100_000 } })
  const [one, two] = await startProxies({ url, count: 2, options, ...settings })
  if (!one || !two) throw new Error('There are two.')
  return [one, two]
}

async function connect(): Promise<Redis> {
  const client = new Redis(server().url)
  onTestFinished(() => client.disconnect())
  await client.ping()
  return client
}

/** Returns a text with one other bit in its middle. */
function changed(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  return bytes.toString('base64url')
}

const codeOf = ({ status, body }: Posted) => [status, body.error?.code, body.error?.retryable]
const unknown = [504, 'outcome_unknown', false]

describeRedis('a message with an id', () => {
  it('is sent once, in whichever processes it arrives, and has the same result in all of them', async () => {
    const [one, two] = await startTwo()
    one.backend.hang()
    two.backend.hang()
    const posted = [one, two, one, two].map(({ post }) => post({ crmMessageId: 'a', text: 'Once' }))
    await eventually(() => expect([...one.backend.sent, ...two.backend.sent]).toEqual(['Once']))
    one.backend.goOn()
    two.backend.goOn()
    const [first, ...others] = await Promise.all(posted)
    expect(first?.status).toBe(202)
    for (const other of others) expect(other).toEqual(first)
    expect(await two.post({ crmMessageId: 'a', text: 'Once' })).toEqual(first)
    expect([...one.backend.sent, ...two.backend.sent]).toEqual(['Once'])
  })

  it('belongs to its user, and to one text', async () => {
    const [one, two] = await startTwo()
    await one.post({ crmMessageId: 'a', text: 'Hello' })
    expect(codeOf(await two.post({ crmMessageId: 'a', text: 'Bye' }))).toEqual([400, 'invalid_request', false])
    expect((await two.post({ crmMessageId: 'a', text: 'Hello', cookie: 'session=bob' })).status).toBe(202)
    expect([one.backend.sent, two.backend.sent]).toEqual([['Hello'], ['Hello']])
  })

  it('that was not sent may be sent by another process', async () => {
    const [one, two] = await startTwo()
    one.backend.fail('upstream_unavailable')
    expect((await one.post({ crmMessageId: 'a' })).status).toBe(503)
    expect((await two.post({ crmMessageId: 'a' })).status).toBe(202)
    expect(two.backend.sent).toHaveLength(1)
  })

  it('that may have been sent is sent by no other process', async () => {
    const [one, two] = await startTwo()
    one.backend.fail('outcome_unknown')
    expect(codeOf(await one.post({ crmMessageId: 'a' }))).toEqual(unknown)
    expect(codeOf(await two.post({ crmMessageId: 'a' }))).toEqual(unknown)
    expect(two.backend.sent).toEqual([])
  })

  it('whose process has died is sent by no other one', async () => {
    const [one, two] = await startTwo()
    one.backend.hang()
    const lost = one.post({ crmMessageId: 'a' })
    await eventually(() => expect(one.backend.sent).toHaveLength(1))
    await one.chat.close()
    expect(codeOf(await two.post({ crmMessageId: 'a' }))).toEqual(unknown)
    expect(codeOf(await two.post({ crmMessageId: 'a' }))).toEqual(unknown)
    expect(two.backend.sent).toEqual([])
    one.backend.goOn()
    await lost
  })

  it('is refused while Redis is away, and sent once when the page repeats it; one without an id is sent', async () => {
    const [one, two] = await startTwo()
    await server().kill()
    await eventually(() => expect(one.chat.health().shared?.status).toBe('away'))
    expect(codeOf(await one.post({ crmMessageId: 'a', text: 'With an id' }))).toEqual([503, 'busy', true])
    expect((await one.post({ text: 'Without' })).status).toBe(202)
    await server().start()
    for (const { post } of [one, two]) {
      await eventually(async () => expect((await post({ crmMessageId: 'a', text: 'With an id' })).status).toBe(202))
    }
    expect([...one.backend.sent, ...two.backend.sent]).toEqual(['Without', 'With an id'])
  })

  it('whose Redis dies while it is sent has the same result in other processes later', async () => {
    const [one, two] = await startTwo()
    one.backend.hang()
    const posted = one.post({ crmMessageId: 'a' })
    await eventually(() => expect(one.backend.sent).toHaveLength(1))
    await server().kill()
    one.backend.goOn()
    const first = await posted
    expect(first.status).toBe(202)
    await server().start()
    await eventually(async () => expect(await two.post({ crmMessageId: 'a' })).toEqual(first))
    expect(two.backend.sent).toEqual([])
  })

  it('is known to a Redis that has lost its data, from the process that sent it', async () => {
    const own = await startRedis()
    onTestFinished(own.close)
    const [one, two] = await startTwo(own.url)
    const first = await one.post({ crmMessageId: 'a' })
    one.backend.hang()
    const under = one.post({ crmMessageId: 'b' })
    await eventually(() => expect(one.backend.sent).toHaveLength(2))
    await own.kill()
    await own.start()
    await eventually(async () => expect(await two.post({ crmMessageId: 'a' })).toEqual(first))
    const repeated = two.post({ crmMessageId: 'b' })
    one.backend.goOn()
    expect(await repeated).toEqual(await under)
    expect(two.backend.sent).toEqual([])
  })

  it('is sent once where Redis comes back without its last writes', async () => {
    const network = await startToxic(server().url)
    const [one, two] = await startTwo(network.url, { timeoutMs: 200 })
    const client = await connect()
    const first = await one.post({ crmMessageId: 'a', text: 'Pay' })
    expect(first.status).toBe(202)
    network.cut()
    await eventually(() => expect(two.chat.health().shared?.status).toBe('away'))
    await client.del(await client.keys(`${lastPrefix()}:once:*`)) // The mark stays.
    network.heal()
    await eventually(async () => expect(await two.post({ crmMessageId: 'a', text: 'Pay' })).toEqual(first))
    expect(two.backend.sent).toEqual([])
  })

  it('is sent once where Redis is emptied while it is connected', async () => {
    const [one, two] = await startTwo()
    const client = await connect()
    const first = await one.post({ crmMessageId: 'a', text: 'Pay' })
    await client.del(await client.keys(`${lastPrefix()}:*`))
    expect(codeOf(await two.post({ crmMessageId: 'a', text: 'Pay' }))).toEqual([503, 'busy', true])
    await eventually(async () => expect(await two.post({ crmMessageId: 'a', text: 'Pay' })).toEqual(first))
    expect(two.backend.sent).toEqual([])
  })

  it('is not sent where Redis holds something that no process has sealed', async () => {
    const [one, two] = await startTwo()
    await one.post({ crmMessageId: 'a' })
    const client = new Redis(server().url)
    onTestFinished(() => client.disconnect())
    const [key = ''] = await client.keys(`${lastPrefix()}:once:*`)
    const sealed = String(await client.get(key))
    for (const text of ['junk', '', sealed.slice(0, -4), changed(sealed), `${sealed}AAAA`]) {
      await client.set(key, text)
      expect(codeOf(await two.post({ crmMessageId: 'a' }))).toEqual(unknown)
    }
    expect(two.backend.sent).toEqual([])
  })
})

describeRedis('an entry of another message', () => {
  it('is worth nothing at this one', async () => {
    const [one, two] = await openProcesses({ urls: [server().url, server().url] })
    const claim = await one.ledger.claim({ key: 'a', digest: 'd' })
    if (claim.status === 'claimed') await claim.settle({ result: { messageId: 'of a' } })
    const client = new Redis(server().url)
    onTestFinished(() => client.disconnect())
    const [first = ''] = await client
      .keys('*:once:*')
      .then((keys) => keys.filter((key) => key.startsWith(`${lastPrefix()}:`)))
    const sealed = String(await client.get(first))
    await one.ledger.claim({ key: 'b', digest: 'd' })
    const keys = await client.keys(`${lastPrefix()}:once:*`)
    for (const key of keys) await client.set(key, sealed)
    expect(await two.ledger.claim({ key: 'a', digest: 'd' })).toEqual({
      status: 'settled',
      outcome: { result: { messageId: 'of a' } },
    })
    expect(await two.ledger.claim({ key: 'b', digest: 'd' })).toEqual({ status: 'unknown' })
  })
})
