import { expect, it } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { openProcesses } from '../../test/redis/openProcess.ts'
import { describeRedis, setUpRedis } from '../../test/redis/setUpRedis.ts'
import { startProxies } from '../../test/redis/startProxies.ts'
import { startToxic } from '../../test/redis/startToxic.ts'
import { v3Message } from '../../test/startReceiver.ts'

const server = setUpRedis()

/** A moment that a test decides about. */
function createMoment(): { come: () => void; wait: Promise<void> } {
  let come = (): void => {}
  const wait = new Promise<void>((resolve) => {
    come = resolve
  })
  return { come: () => come(), wait }
}

describeRedis('events of one chat', () => {
  it('are handled one after another, in whichever process they arrive', async () => {
    const seen: string[] = []
    const first = createMoment()
    const [one, two] = await startProxies({
      url: server().url,
      count: 2,
      options: () => ({
        webhooks: {
          onEvent: async (event) => {
            const id = event.kind === 'message' ? event.message.id : event.kind
            seen.push(`begin ${id}`)
            if (id === 'm1') await first.wait
            seen.push(`end ${id}`)
          },
        },
      }),
    })
    if (!one || !two) throw new Error('There are two.')
    const calls = [one.send({ messages: [v3Message('m1')] })]
    await eventually(() => expect(seen).toEqual(['begin m1']))
    calls.push(two.send({ messages: [v3Message('m2')] }))
    await two.send({ messages: [v3Message('other', { chatId: '79990000002' })] })
    expect(seen).toEqual(['begin m1', 'begin other', 'end other'])
    first.come()
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200])
    expect(seen.slice(3)).toEqual(['end m1', 'begin m2', 'end m2'])
  })

  it('with only the id of a message belong to its chat, also where another process has seen the message', async () => {
    const seen: string[] = []
    const edited = createMoment()
    const [one, two] = await startProxies({
      url: server().url,
      count: 2,
      options: () => ({
        webhooks: {
          onEvent: async (event) => {
            seen.push(event.kind)
            if (event.kind === 'message' && event.message.id === 'm2') await edited.wait
          },
        },
      }),
    })
    if (!one || !two) throw new Error('There are two.')
    await one.send({ messages: [v3Message('m1')] })
    const calls = [one.send({ messages: [v3Message('m2')] })]
    await eventually(() => expect(seen).toEqual(['message', 'message']))
    calls.push(two.send({ statuses: [{ messageId: 'm1', status: 'read' }] }))
    await two.send({ messages: [v3Message('other', { chatId: '79990000002' })] })
    expect(seen).toEqual(['message', 'message', 'message'])
    edited.come()
    await Promise.all(calls)
    expect(seen).toEqual(['message', 'message', 'message', 'status'])
  })
})

describeRedis('a process that was cut off in the middle of a webhook', () => {
  it('handles no more of its events once another one may do so, and lets the vendor repeat them', async () => {
    const seen: string[] = []
    const network = await startToxic(server().url)
    const taken = createMoment()
    const [one, two] = await startProxies({
      url: (index) => (index === 0 ? network.url : server().url),
      timeoutMs: 200,
      count: 2,
      options: (index) => ({
        webhooks: {
          onEvent: async (event) => {
            const id = event.kind === 'message' ? event.message.id : event.kind
            seen.push(`${index} ${id}`)
            if (id !== 'm1') return
            network.cut()
            await taken.wait
          },
        },
      }),
    })
    if (!one || !two) throw new Error('There are two.')
    const first = one.send({ messages: [v3Message('m1'), v3Message('m2')] })
    await eventually(() => expect(seen).toEqual(['0 m1']))
    await eventually(async () => expect((await two.send({ messages: [v3Message('m3')] })).status).toBe(200))
    taken.come()
    expect((await first).status).toBe(503)
    network.heal()
    await eventually(async () => expect((await two.send({ messages: [v3Message('m2')] })).status).toBe(200))
    expect(seen).toEqual(['0 m1', '1 m3', '1 m2'])
  })
})

describeRedis('the turn of a chat', () => {
  it('goes on when the process that has it dies', async () => {
    const [one, two] = await openProcesses({ urls: [server().url, server().url] })
    const begun = createMoment()
    void one.lane('chat', async () => {
      begun.come()
      await new Promise<void>(() => {})
    })
    await begun.wait
    await one.close()
    expect(await two.lane('chat', async (isHeld) => isHeld())).toBe(true)
  })

  it('ends for a process that is cut off, which can tell', async () => {
    const network = await startToxic(server().url)
    const [one, two] = await openProcesses({ urls: [network.url, server().url], timeoutMs: 200 })
    const begun = createMoment()
    const held = one.lane('chat', async (isHeld) => {
      begun.come()
      await eventually(() => expect(isHeld()).toBe(false))
      return isHeld
    })
    await begun.wait
    network.stall()
    const other = two.lane('chat', async (isHeld) => {
      await held
      network.heal()
      return isHeld()
    })
    expect(await other).toBe(true)
    expect((await held)()).toBe(false)
  })
})
