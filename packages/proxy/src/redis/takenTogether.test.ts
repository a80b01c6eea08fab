import { Redis } from 'ioredis'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { describeRedis, setUpRedis } from '../../test/redis/setUpRedis.ts'
import { lastPrefix, startProxies } from '../../test/redis/startProxies.ts'
import { v3Message } from '../../test/startReceiver.ts'

const server = setUpRedis()

/** Notes the commands that Redis gets. */
async function startMonitor(): Promise<string[][]> {
  const client = new Redis(server().url)
  const monitor = await client.monitor()
  onTestFinished(() => {
    monitor.disconnect()
    client.disconnect()
  })
  const commands: string[][] = []
  monitor.on('monitor', (_time: string, args: string[]) => commands.push(args))
  return commands
}

describeRedis('the events of a webhook', () => {
  it('are claimed in one step: two processes that get it at once never wait for each other', async () => {
    const [proxy] = await startProxies({ url: server().url, count: 1 })
    if (!proxy) throw new Error('There is one.')
    const commands = await startMonitor()
    const messages = Array.from({ length: 20 }, (_, index) => v3Message(`m${index}`))
    expect((await proxy.send({ messages })).status).toBe(200)
    const isEvent = (text: string): boolean => text.startsWith(`${lastPrefix()}:event:`)
    const done = (): string[][] => commands.filter(([name, key = '']) => name?.toLowerCase() === 'set' && isEvent(key))
    await eventually(() => expect(new Set(done().map(([, key]) => key)).size).toBe(20))
    const claims = commands.filter(([name, , count]) => name?.toLowerCase() === 'eval' && Number(count) >= 20)
    expect(claims.map((args) => args.filter(isEvent).length)).toEqual([20])
  })
})
