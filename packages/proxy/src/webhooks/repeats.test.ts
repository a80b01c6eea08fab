import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { eventually } from '../../test/eventually.ts'
import { startReceiver, v3Message } from '../../test/startReceiver.ts'
import type { DeliveryLog } from './deliveryLog.ts'
import { memoryDeliveries } from './memoryDeliveries.ts'

/** A CRM that can be told to fail for a message, or to wait. */
function createCrm() {
  const events: string[] = []
  const failing = new Set<string>()
  const held = new Map<string, (failure?: Error) => void>()
  const holding = new Set<string>()
  return {
    /** Everything that it was given, taken or not. */
    events,
    failing,
    holding,
    /** Ends the wait for a message. */
    release: (id: string, failure?: Error) => held.get(id)?.(failure),
    isHeld: (id: string) => held.has(id),
    onEvent: async (event: ChatEvent) => {
      const id = nameOf(event)
      events.push(id)
      if (holding.has(id)) {
        await new Promise<void>((resolve, reject) => {
          held.set(id, (failure) => (failure ? reject(failure) : resolve()))
        })
      }
      if (failing.has(id)) throw new Error('broken')
    },
  }
}

function nameOf(event: ChatEvent): string {
  if (event.kind === 'message') return event.message.id
  return event.kind === 'status' ? `${event.messageId} ${event.status}` : event.kind
}

const chat = (chatId: string): object => ({ chatId })

describe('an event that comes again', () => {
  it('is handed over once', async () => {
    const { events, onEvent } = createCrm()
    const { send } = await startReceiver({ webhooks: { onEvent } })
    const statuses = [{ messageId: 'm1', status: 'read', timestamp: 1_900_000_000 }]
    for (let time = 0; time < 3; time += 1) {
      expect((await send({ messages: [v3Message('m1')], statuses })).status).toBe(200)
    }
    expect(events).toEqual(['m1', 'm1 read'])
  })

  it('is another one with another status', async () => {
    const { events, onEvent } = createCrm()
    const { send } = await startReceiver({ webhooks: { onEvent } })
    for (const status of ['sent', 'delivered', 'sent']) await send({ statuses: [{ messageId: 'm1', status }] })
    for (const status of ['sent', 'error', 'sent']) await send({ messages: [v3Message('m2', { status })] })
    expect(events).toEqual(['m1 sent', 'm1 delivered', 'm2', 'm2'])
  })

  it('twice in one call is handed over once', async () => {
    const { events, onEvent } = createCrm()
    const { send } = await startReceiver({ webhooks: { onEvent } })
    expect((await send({ messages: [v3Message('m1'), v3Message('m1')] })).status).toBe(200)
    expect(events).toEqual(['m1'])
  })

  it('waits for the first one, and gets the same answer', async () => {
    const { events, onEvent, holding, release, isHeld } = createCrm()
    holding.add('m1')
    const { send } = await startReceiver({ webhooks: { onEvent } })
    for (const [failure, status] of [[new Error('broken'), 503] as const, [undefined, 200] as const]) {
      const before = events.length
      let ended = 0
      const calls = Array.from({ length: 3 }, async () => {
        const { status: own } = await send({ messages: [v3Message('m1')] })
        ended += 1
        return own
      })
      await eventually(() => expect(events).toHaveLength(before + 1))
      await eventually(() => expect(isHeld('m1')).toBe(true))
      // Two calls of another chat take longer than it would take a repeat to be answered.
      for (const id of ['x', 'y']) await send({ messages: [v3Message(`${id}${before}`, chat(id))] })
      expect(ended).toBe(0)
      release('m1', failure)
      expect(await Promise.all(calls)).toEqual([status, status, status])
    }
    expect(events.filter((id) => id === 'm1')).toHaveLength(2)
  })

  it('begins after the one that failed', async () => {
    const { events, failing, onEvent } = createCrm()
    failing.add('m3')
    const { send } = await startReceiver({ webhooks: { onEvent } })
    const messages = ['m1', 'm2', 'm3', 'm4'].map((id) => v3Message(id))
    const body = { messages: [...messages, v3Message('other', chat('79990000002'))] }
    expect((await send(body)).status).toBe(503)
    expect([...events].sort()).toEqual(['m1', 'm2', 'm3', 'other'])
    failing.clear()
    expect((await send(body)).status).toBe(200)
    expect(events.slice(4)).toEqual(['m3', 'm4'])
  })

  it('without a key of the vendor is known only until its call was acknowledged', async () => {
    const { events, failing, onEvent } = createCrm()
    failing.add('m1')
    const { send } = await startReceiver({ webhooks: { onEvent } })
    const body = { channelsUpdates: [{ channelId: 'c-1', state: 'active' }], messages: [v3Message('m1')] }
    expect((await send(body)).status).toBe(503)
    failing.clear()
    expect((await send(body)).status).toBe(200)
    expect([...events].sort()).toEqual(['channel', 'm1', 'm1'])
    expect((await send(body)).status).toBe(200)
    expect(events.slice(3)).toEqual(['channel'])
  })
})

describe('events of one chat', () => {
  it('are handed over one after another, and others meanwhile', async () => {
    const { events, holding, onEvent, release, isHeld } = createCrm()
    holding.add('m1')
    const { send } = await startReceiver({ webhooks: { onEvent } })
    const first = send({ messages: [v3Message('m1')] })
    await eventually(() => expect(isHeld('m1')).toBe(true))
    const second = send({ statuses: [{ messageId: 'm1', status: 'read' }] })
    const third = send({ messages: [v3Message('m2')] })
    expect((await send({ messages: [v3Message('n1', chat('79990000002'))] })).status).toBe(200)
    expect(events).toEqual(['m1', 'n1'])
    release('m1')
    expect((await Promise.all([first, second, third])).map(({ status }) => status)).toEqual([200, 200, 200])
    expect([...events].sort()).toEqual(['m1', 'm1 read', 'm2', 'n1'])
  })

  it('in one call keep the order of the call', async () => {
    const { events, onEvent } = createCrm()
    const { send } = await startReceiver({ webhooks: { onEvent } })
    const ids = Array.from({ length: 50 }, (_, index) => `m${index}`)
    await send({ messages: ids.map((id) => v3Message(id)) })
    expect(events).toEqual(ids)
  })

  it('do not overtake one that another call could not hand over', async () => {
    const { events, holding, onEvent, release, isHeld } = createCrm()
    holding.add('m1')
    const { send } = await startReceiver({ webhooks: { onEvent } })
    const first = send({ messages: [v3Message('m1')] })
    await eventually(() => expect(isHeld('m1')).toBe(true))
    const second = send({ messages: [v3Message('m1'), v3Message('m2')] })
    await send({ messages: [v3Message('n1', chat('79990000002'))] })
    release('m1', new Error('broken'))
    expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([503, 503])
    expect(events).toEqual(['m1', 'n1'])
  })

  it('go on after one that took too long', async () => {
    const clock = createFakeClock()
    const { events, holding, onEvent } = createCrm()
    holding.add('m1')
    const { send } = await startReceiver({ clock, webhooks: { onEvent } })
    const first = send({ messages: [v3Message('m1')] })
    await eventually(() => expect(events).toEqual(['m1']))
    const second = send({ messages: [v3Message('m2')] })
    await eventually(async () => {
      clock.advance(10_000)
      expect((await first).status).toBe(503)
    })
    expect((await second).status).toBe(200)
    expect(events).toEqual(['m1', 'm2'])
  })
})

describe('the log of handled events', () => {
  it('may fail: then nothing is handed over, or what was handed over may come again', async () => {
    const { events, onEvent } = createCrm()
    const inner = memoryDeliveries({ clock: createFakeClock() })
    const broken = new Set<'claim' | 'commit' | 'abandon'>(['claim'])
    const call = (name: 'claim' | 'commit' | 'abandon') => async (key: string) => {
      if (broken.has(name)) throw new Error('no connection')
      return inner[name](key)
    }
    const deliveries = { claim: call('claim'), commit: call('commit'), abandon: call('abandon') } as DeliveryLog
    const { send, log } = await startReceiver({ webhooks: { onEvent, deliveries } })
    expect((await send({ messages: [v3Message('m1')] })).status).toBe(503)
    expect(events).toEqual([])
    broken.delete('claim')
    broken.add('commit')
    expect((await send({ messages: [v3Message('m1')] })).status).toBe(200)
    expect(events).toEqual(['m1'])
    expect(log.lines.at(-1)).toMatchObject({ message: expect.stringContaining('may come twice') })
  })

  it('knows an event for a day', async () => {
    const clock = createFakeClock()
    const { claim, commit } = memoryDeliveries({ clock })
    await claim('a')
    await commit('a')
    clock.advance(86_399_999)
    expect(await claim('a')).toEqual({ status: 'done' })
    clock.advance(1)
    expect(await claim('a')).toEqual({ status: 'claimed' })
  })

  it('knows the latest 200,000 events', async () => {
    const { claim, commit } = memoryDeliveries({ clock: createFakeClock() })
    for (let number = 0; number <= 200_000; number += 1) {
      await claim(String(number))
      await commit(String(number))
    }
    expect(await claim('1')).toEqual({ status: 'done' })
    expect(await claim('0')).toEqual({ status: 'claimed' })
  })
})
