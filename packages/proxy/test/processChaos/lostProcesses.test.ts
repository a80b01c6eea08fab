import { afterAll, beforeAll, expect, it } from 'vitest'
import { skipsRedis } from '../../../../scripts/redis.ts'
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

const held = new Map<string, { see: () => void; released: Promise<void> }>()
let processes: Processes
let count = 0

beforeAll(async () => {
  if (skipsRedis()) return
  processes = await startProcesses({
    leaseMs,
    beforeDatabase: async ({ path, body }) => {
      const { message } = Object(body)
      const own = path === '/append' ? held.get(message?.id) : undefined
      held.delete(message?.id)
      own?.see()
      await own?.released
    },
  })
  const { sandbox } = processes
  const backend = wazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url })
  const contacts = createChatProxy({ backend, identify: () => null })
  await contacts.saveContacts([{ id: 'c1', name: 'Ivan', responsibleUserId: '1', chats: [ivan] }])
})
afterAll(() => processes?.close())

/** Opens three pages to a process, two of them with streams. */
async function openTabs(): Promise<Tab[]> {
  const { urls } = processes
  const tabs = urls.flatMap((_, first) => [
    openStreamTab({ urls, first }),
    openStreamTab({ urls, first }),
    openSocketTab({ urls, first }),
  ])
  await expectRight(tabs)
  return tabs
}

/** Lets the customer write, so that another number is right. */
async function write(): Promise<void> {
  count += 1
  await processes.sandbox.simulate.message({ ...ivan, text: `Message ${count}` })
}

/** Holds the next call of the database for this message, which resolves `seen`. */
function hold(messageId: string): { seen: Promise<void>; release: () => void } {
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
}

/** Waits until all tabs show the number. @returns the milliseconds until then */
async function expectRight(tabs: Tab[]): Promise<number> {
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
    const { crms, urls, database } = processes
    const [one = '', two = ''] = urls
    const tabs = await openTabs()
    const { seen, release } = hold('m1')
    const cut = deliver({ url: one, ids: ['m1'] })
    await seen
    await crms[0]?.kill()
    release()
    expect(await cut).toBe(0)
    await write()
    expect(await expectRight(tabs)).toBeLessThan(rightMs)
    expect(tabs.filter(isOn(one))).toEqual([])

    await deliverUntilTaken({ url: two, ids: ['m1', 'm2'] })
    expect(database.taken.map(({ name }) => name)).toEqual(['m1', 'm2'])
    for (const { kind, messages } of tabs) {
      if (kind === 'stream') await eventually(() => expect(messages).toEqual(['m1', 'm2']))
    }
    await crms[0]?.start()
  })

  it('is paused: the pages of the others stay right, and when it goes on it leaves alone what they have taken over', async () => {
    const { crms, urls, database } = processes
    const [one = '', two = ''] = urls
    const tabs = await openTabs()
    const ids = ['m3', 'm4', 'm5']
    const takenNow = (): string[] => database.taken.map(({ name }) => name).filter((name) => ids.includes(name))
    const { seen, release } = hold('m3')
    const late = deliver({ url: one, ids })
    await seen
    crms[0]?.pause()
    release() // The paused process has the response in its socket, and two more messages to handle.
    const others = tabs.filter((tab) => !isOn(one)(tab))
    expect(others).toHaveLength(6)
    await write()
    expect(await expectRight(others)).toBeLessThan(rightMs)
    await deliverUntilTaken({ url: two, ids })
    expect(takenNow()).toEqual(ids)

    crms[0]?.resume()
    await write()
    expect(await expectRight(tabs)).toBeLessThan(rightMs)
    expect(await late).toBe(503)
    for (const url of urls) expect(await deliver({ url, ids })).toBe(200)
    expect(takenNow().slice(ids.length)).toEqual(['m3']) // It was about to hand that one over.
  })

  it('after the other is replaced: no page is wrong for 5 s, and each process ends in order', async () => {
    const { crms } = processes
    const tabs = await openTabs()
    for (const crm of crms) {
      const own = tabs.filter(isOn(crm.url))
      const stopped = crm.stop()
      await write()
      expect(await expectRight(tabs)).toBeLessThan(rightMs)
      expect(own.length).toBeGreaterThan(0)
      expect(await stopped).toBe(0)
      expect(tabs.filter(isOn(crm.url))).toEqual([])
      await write()
      expect(await expectRight(tabs)).toBeLessThan(rightMs)
      await crm.start()
    }
  })
})
