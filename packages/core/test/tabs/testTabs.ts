import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { OwnAnswer, WorldSettings } from '../chatServer/world.ts'
import { errorAnswer, type OpenWorld, openWorld } from '../openWorld.ts'
import { openTabs, type Tabs } from './openTabs.ts'

/** Tests of so many real tabs of one browser. */
export function testTabs(count: number): void {
  let tabs: Tabs
  beforeAll(async () => {
    tabs = await openTabs(count)
  })
  afterAll(() => tabs.close())

  test.each(Object.entries(starts))('tabs have one connection after %s', async (_, start) => {
    await startTabs({ tabs, start })
  })

  test('tabs that are opened all at once have one connection', async () => {
    const world = await openCounted(3)
    await Promise.all(tabs.pages.map((_, index) => tabs.open({ world, from: index, to: index + 1 })))
    await tabs.untilAllShow(3)
    await untilOneStream(world)
    expect((await world.see()).requests.length).toBeLessThanOrEqual(2 * tabs.pages.length)
  })

  test('tabs agree though their messages get lost, come twice and overtake each other, and streams break', async () => {
    const { world } = await openQuick(tabs)
    await tabs.disturb({ lost: 0.2, twice: 0.3, delayMs: 150 })
    for (let number = 4; number < 9; number += 1) {
      await world.setCount(number)
      if (number % 2 === 0) await world.drop()
    }
    await tabs.untilAllShow(8)
    await world.setCount(3, { seq: 1 }) // A value that was overtaken on its way from the vendor.
    await world.setCount(9, { seq: 100 })
    await tabs.untilAllShow(9)
    for (const page of tabs.pages) {
      const counts = await page.evaluate(() => window.tab.counts)
      expect(counts).toEqual(counts.toSorted((a, b) => a - b)) // None has gone back to an older number.
    }
    await tabs.disturb(undefined)
    await world.setCount(10)
    await tabs.untilAllShow(10)
    await untilOneStream(world)
  })

  test('a tab that is looked at takes over from one that sleeps, which agrees once it is awake', async () => {
    const { world, leader, other } = await openQuick(tabs)
    const wake = await tabs.suspend(leader)
    await other.evaluate(() => window.look(true))
    await world.setCount(4)
    await tabs.untilAllShow(
      4,
      tabs.pages.filter((page) => page !== leader),
    )
    await world.setCount(5)
    await wake()
    await tabs.untilAllShow(5)
    expect(await tabs.findLeader()).not.toBe(leader)
    await untilOneStream(world)
  })

  test('tabs agree after the computer has slept, and its connections have broken', async () => {
    const { world } = await openQuick(tabs)
    const wakes = await Promise.all(tabs.pages.map(tabs.suspend))
    await world.drop()
    await world.setCount(4)
    await Promise.all(wakes.map((wake) => wake()))
    await tabs.setClocks(8 * 3_600_000)
    await tabs.untilAllShow(4)
    await world.setCount(5)
    await tabs.untilAllShow(5)
    await untilOneStream(world)
  })

  test('tabs agree when another one takes over after the clock was set back, and after it was set forward', async () => {
    const { world } = await openQuick(tabs)
    for (const [days, number] of [
      [-1, 4],
      [2, 5],
    ] as const) {
      await tabs.setClocks(days * 86_400_000)
      await (await tabs.findLeader()).goto('about:blank')
      const page = tabs.pages.findIndex((each) => each.url() === 'about:blank')
      await tabs.open({ world, from: page, to: page + 1, factor: quick })
      await world.setCount(number)
      await tabs.untilAllShow(number)
      await untilOneStream(world)
    }
  })

  test('tabs go on with one connection when the process of the connected one is killed', async () => {
    const { world } = await openQuick(tabs)
    for (const number of [4, 5]) {
      await tabs.kill(await tabs.findLeader())
      await world.setCount(number)
      await tabs.untilAllShow(number)
      await untilOneStream(world)
    }
    expect(tabs.pages.length).toBeLessThanOrEqual(count - 2)
  })
}

/** Speed of the clock where a test waits for what takes a quarter of a minute. */
const quick = 10

/** A time at which a browser opens its first tabs. */
interface Start {
  /** Responses in place of the proxy's own until it works. */
  bad?: Record<'events' | 'session' | 'unanswered', OwnAnswer>
  settings?: Partial<WorldSettings>
  /**
   * Speeds of the clock of the first tabs and of the later ones, where one of them waits long. A quicker clock gives a stream
   * too little time to open on a busy machine.
   */
  speeds?: [first: number, later: number]
}

const all = (answer: OwnAnswer): Start => ({ bad: { events: answer, session: answer, unanswered: answer } })

/** Session of a proxy that has more than this kit knows. */
const newer = {
  user: { id: '7', name: 'Ann', avatar: null },
  vendor: 'brand-new',
  chatTypes: ['fax'],
  capabilities: ['window', 'unanswered', 'events', 'teleport'],
  serverTime: '2030-01-02T03:04:05.000Z',
  realm: { id: 1 },
}

const starts: Record<string, Start> = {
  'a good start': {},
  'a start while the proxy refused': all(errorAnswer(503, { code: 'upstream_unavailable', retryable: true })),
  'a start while nobody was signed in': all(errorAnswer(401, { code: 'unauthenticated', retryable: false })),
  'a start with a login page in place of each response': all({ status: 200, body: '<form>', contentType: 'text/html' }),
  "a start with a newer proxy's response": {
    settings: { userId: null, answers: { session: { status: 200, body: JSON.stringify(newer) } } },
    speeds: [2, 2],
  },
  'a start while a gateway asked to wait': all({
    status: 503,
    body: 'busy',
    contentType: 'text/plain',
    headers: { 'retry-after': '1' },
  }),
  'a start while nothing responded': { ...all({ status: 200, body: '', hangs: true }), speeds: [8, 1] },
}

/** Opens three tabs while the start is bad, and the others once it is over. */
async function startTabs({ tabs, start }: { tabs: Tabs; start: Start }): Promise<void> {
  const { bad, settings = {}, speeds: [firstSpeed, laterSpeed] = [1, 1] } = start
  const world = await openCounted(3)
  keepAwake(world)
  await world.set({ ...settings, ...(bad && { answers: bad }) })
  const first = tabs.pages.slice(0, 3)
  await tabs.open({ world, to: 3, factor: firstSpeed })
  if (bad) {
    for (const page of first) await page.waitForFunction(() => window.tab.getState().status === 'error')
    await world.set({ answers: {} })
    for (const page of first) await page.evaluate(() => window.dispatchEvent(new Event('online'))) // Else a refused tab waits for a minute.
  }
  await tabs.untilAllShow(3, first)
  await untilOneStream(world)
  const before = await world.see()
  for (let next = 3; next < tabs.pages.length; next += 1) {
    await tabs.open({ world, from: next, to: next + 1, factor: laterSpeed })
    await tabs.untilAllShow(3, tabs.pages.slice(next, next + 1))
    await untilOneStream(world)
  }
  const { requests } = await world.see()
  expect(requests.length - before.requests.length).toBeLessThanOrEqual(2 * (tabs.pages.length - 3))
  await world.setCount(4)
  await tabs.untilAllShow(4)
  await untilOneStream(world)
}

async function openCounted(number: number): Promise<OpenWorld> {
  const world = openWorld()
  await world.setCount(number)
  return world
}

/** Sends heartbeats as often as the quickest clock wants. */
function keepAwake(world: OpenWorld): void {
  const beat = setInterval(() => void world.write(': beat\n\n'), 500)
  onTestFinished(() => clearInterval(beat))
}

const untilOneStream = (world: OpenWorld) => expect.poll(async () => (await world.see()).openStreams).toBe(1)

/** Opens all tabs on the quick clock, the second of which is looked at, and which agree on 3. */
async function openQuick(tabs: Tabs) {
  const world = await openCounted(3)
  keepAwake(world)
  await tabs.open({ world, factor: quick })
  await tabs.untilAllShow(3)
  await untilOneStream(world)
  const leader = await tabs.findLeader()
  const other = tabs.pages.find((page) => page !== leader) ?? expect.unreachable()
  await tabs.look(other)
  return { world, leader, other }
}
