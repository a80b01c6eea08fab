import { expect, it } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { describeRedis, setUpRedis } from '../../test/redis/setUpRedis.ts'
import { startMonitor } from '../../test/redis/startMonitor.ts'
import { lastPrefix, startProxies } from '../../test/redis/startProxies.ts'
import { v3Message } from '../../test/startReceiver.ts'

const server = setUpRedis()

describeRedis('the events of a webhook', () => {
  it('are claimed in one step: two processes that get it at once never wait for each other', async () => {
    const [proxy] = await startProxies({ url: server().url, count: 1 })
    if (!proxy) throw new Error('There is one.')
    const commands = await startMonitor(server().url)
    const messages = Array.from({ length: 20 }, (_, index) => v3Message(`m${index}`))
    expect((await proxy.send({ messages })).status).toBe(200)
    const isEvent = (text: string): boolean => text.startsWith(`${lastPrefix()}:event:`)
    const done = (): string[][] => commands.filter(([name, key = '']) => name?.toLowerCase() === 'set' && isEvent(key))
    await eventually(() => expect(new Set(done().map(([, key]) => key)).size).toBe(20))
    const isClaim = (script = ''): boolean => script.includes('local found') // Leases are renewed as well.
    const claims = commands.filter(([name, script]) => name?.toLowerCase() === 'eval' && isClaim(script))
    const counts = claims.map((args) => args.filter(isEvent).length).filter((count) => count > 0) // The turn of the chat is taken too.
    expect(counts).toEqual([20])
  })
})
