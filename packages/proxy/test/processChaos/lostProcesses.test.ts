import { expect, it } from 'vitest'
import { wazzupV2 } from '../../src/backends/wazzup-v2/backend.ts'
import { createChatProxy } from '../../src/createChatProxy.ts'
import { eventually } from '../eventually.ts'
import { describeRedis } from '../redis/setUpRedis.ts'
import { secret } from '../startReceiver.ts'
import { type Processes, startProcesses } from './startProcesses.ts'
import { openSocketTab, openStreamTab, type Tab } from './tabs.ts'

const ivan = { chatType: 'whatsapp', chatId: '79998887766' } as const
const leaseMs = 1_000

/** Longest time until a page is right again. */
const rightMs = 5_000

interface Rig extends Processes {
  /** Three to a process, two of them streams. */
  tabs: Tab[]
  /** Lets the customer write. @returns the number that is right then */
  write: () => Promise<number>
  /** Holds the next call of the database for this message, which resolves `seen`. */
  hold: (messageId: string) => { seen: Promise<void>; release: () => void }
}

async function setUp(): Promise<Rig> {
  const held = new Map<string, { see: () => void; released: Promise<void> }>()
  const processes = await startProcesses({
    leaseMs,
    beforeDatabase: async ({ path, body }) => {
      const { message } = Object(body)
      const own = path === '/append' ? held.get(message?.id) : undefined
      held.delete(message?.id)
      own?.see()
      await own?.released
    },
  })
  const { sandbox, urls } = processes
  const backend = wazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url })
  const contacts = createChatProxy({ backend, identify: () => null })
  await contacts.saveContacts([{ id: 'c1', name: 'Ivan', responsibleUserId: '1', chats: [ivan] }])
  const tabs = urls.flatMap((_, first) => [
    openStreamTab({ urls, first }),
    openStreamTab({ urls, first }),
    openSocketTab({ urls, first }),
  ])
  let count = 0
  await expectRight({ tabs, count })
  return {
    ...processes,
    tabs,
    write: async () => {
      count += 1
      await sandbox.simulate.message({ ...ivan, text: `Message ${count}` })
      return count
    },
    hold: (messageId) => {
      let release = (): void => {}
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      let see = (): void => {}
      const seen = new Promise<void>((resolve) => {
        see = resolve
      })
      held.set(messageId, { see, released })
      return { seen, release }
    },
  }
}

/** Waits until all tabs show the number. @returns the milliseconds until then */
async function expectRight({ tabs, count }: { tabs: Tab[]; count: number }): Promise<number> {
  const startedAt = performance.now()
  await eventually(() => expect(tabs.map((tab) => tab.count())).toEqual(tabs.map(() => count)))
  return performance.now() - startedAt
}

/** Sends messages as the vendor does. @returns the status; 0 without a response */
async function deliver({ url, ids }: { url: string; ids: string[] }): Promise<number> {
  const messages = ids.map((messageId, index) => ({
    messageId,
    channelId: 'c-1',
    ...ivan,
    dateTime: Date.UTC(2030, 0, 1) + index,
    type: 1,
    status: 99,
    text: messageId,
  }))
  const request = { method: 'POST', body: JSON.stringify({ messages }), signal: AbortSignal.timeout(20_000) }
  return fetch(`${url}/chat/webhooks/${secret}`, request).then(
    ({ status }) => status,
    () => 0,
  )
}

const deliverUntilTaken = (call: { url: string; ids: string[] }): Promise<void> =>
  eventually(async () => expect(await deliver(call)).toBe(200))

const isOn =
  (url: string) =>
  (tab: Tab): boolean =>
    tab.url() === url

describeRedis('one of three processes', () => {
  it('is killed: all pages are right within 5 s, its own through another, which takes over its webhooks', async () => {
    const { crms, urls, tabs, write, hold, database } = await setUp()
    const [one = '', two = ''] = urls
    const { seen, release } = hold('m1')
    const cut = deliver({ url: one, ids: ['m1'] })
    await seen
    await crms[0]?.kill()
    release()
    expect(await cut).toBe(0)
    expect(await expectRight({ tabs, count: await write() })).toBeLessThan(rightMs)
    expect(tabs.filter(isOn(one))).toEqual([])

    await deliverUntilTaken({ url: two, ids: ['m1', 'm2'] })
    expect(database.taken.map(({ name }) => name)).toEqual(['m1', 'm2'])
    for (const { kind, messages } of tabs) {
      if (kind === 'stream') await eventually(() => expect(messages).toEqual(['m1', 'm2']))
    }
  })

  it('is paused: the pages of the others stay right, and when it goes on it leaves alone what they have taken over', async () => {
    const { crms, urls, tabs, write, hold, database } = await setUp()
    const [one = '', two = ''] = urls
    const ids = ['m1', 'm2', 'm3']
    const { seen, release } = hold('m1')
    const late = deliver({ url: one, ids })
    await seen
    crms[0]?.pause()
    release() // The paused process has the response in its socket, and two more messages to handle.
    const others = tabs.filter((tab) => !isOn(one)(tab))
    expect(others).toHaveLength(6)
    expect(await expectRight({ tabs: others, count: await write() })).toBeLessThan(rightMs)
    await deliverUntilTaken({ url: two, ids })
    expect(database.taken.map(({ name }) => name)).toEqual(ids)

    crms[0]?.resume()
    expect(await expectRight({ tabs, count: await write() })).toBeLessThan(rightMs)
    expect(await late).toBe(503)
    const [pausedId] = [...new Set(database.taken.map(({ processId }) => processId))]
    const ofOne = database.taken.filter(({ name, processId }) => name !== 'm1' && processId !== pausedId)
    expect(ofOne).toEqual([]) // At most the one that was under way came twice.
    expect(await deliver({ url: one, ids })).toBe(200)
    expect(database.taken.length).toBeLessThanOrEqual(ids.length + 1)
  })

  it('after the other is replaced: no page is wrong for 5 s, and each process ends in order', async () => {
    const { crms, urls, tabs, write } = await setUp()
    for (const [index, crm] of crms.entries()) {
      const stopped = crm.stop()
      const own = tabs.filter(isOn(urls[index] ?? ''))
      expect(await expectRight({ tabs, count: await write() })).toBeLessThan(rightMs)
      expect(own.length).toBeGreaterThan(0)
      expect(await stopped).toBe(0)
      expect(tabs.filter(isOn(crm.url))).toEqual([])
      expect(await expectRight({ tabs, count: await write() })).toBeLessThan(rightMs)
      await crm.start()
    }
  })
})
