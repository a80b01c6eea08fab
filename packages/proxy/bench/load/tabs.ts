import { setTimeout } from 'node:timers/promises'
import { nowUs } from '../process/nowUs.ts'
import { numberOf, toUser } from '../users.ts'
import { openStream } from './openStream.ts'

/** Parameters of {@link openTabs}. */
export interface OpenParameters {
  url: string
  tabs: number
  /** Tabs of one user. */
  perUser: number
  /** Number of the first user. @default 0 */
  firstUser?: number
  /** Tabs that connect at the same time. */
  parallel: number
  isStalled?: boolean
}

interface Tab {
  user: string
  isLive: boolean
  count: number | null
  changedAt: number
  close: () => void
}

const tabs = new Set<Tab>()
let counts: number[] = []
let times: number[] = []
let refusals = 0

/** Opens tabs; each reconnects when its stream ends. @returns seconds until all were connected, and refusals on the way */
export async function openTabs(parameters: OpenParameters): Promise<{ seconds: number; refusals: number }> {
  const { url, tabs: count, perUser, firstUser = 0, parallel, isStalled = false } = parameters
  refusals = 0
  const startedAt = nowUs()
  let next = 0
  async function work(): Promise<void> {
    while (next < count) {
      const user = toUser(firstUser + Math.floor(next++ / perUser))
      const tab = { user, isLive: false, count: null, changedAt: 0, close: () => {} }
      tabs.add(tab)
      await keepOpen({ url, tab, isStalled })
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  return { seconds: (nowUs() - startedAt) / 1_000_000, refusals }
}

async function keepOpen({ url, tab, isStalled }: { url: string; tab: Tab; isStalled: boolean }): Promise<void> {
  const stream = await openStream({
    url,
    user: tab.user,
    isStalled,
    onRefused: () => {
      refusals += 1
    },
    onValue: ({ status, count }) => {
      tab.isLive = status === 'live'
      tab.count = count
      tab.changedAt = nowUs()
      if (count === null) return
      counts.push(count)
      times.push(tab.changedAt)
    },
    onEnd: () => {
      if (!tabs.has(tab)) return
      tab.isLive = false
      void setTimeout(500 * (1 + Math.random())).then(async () => {
        if (tabs.has(tab)) await keepOpen({ url, tab, isStalled })
      })
    },
  })
  if (tabs.has(tab)) tab.close = stream.close
  else stream.close()
}

/** Closes all tabs at once. */
export function closeTabs(): void {
  const closing = [...tabs]
  tabs.clear()
  for (const tab of closing) tab.close()
}

/** Returns the counts that arrived since the last call, over all tabs, with their times in microseconds. */
export function takeCounts(): { counts: number[]; times: number[] } {
  const taken = { counts, times }
  counts = []
  times = []
  return taken
}

/** Waits until every tab shows a number, live. */
export async function waitForFirstValues({ timeoutMs }: { timeoutMs: number }): Promise<number> {
  return waitUntil({ timeoutMs, isRight: ({ isLive }) => isLive })
}

/**
 * Waits until every tab shows `base` and its user's own number, live.
 * @returns the time at which the last of them did, in microseconds
 */
export async function waitForValues({ base, timeoutMs }: { base: number; timeoutMs: number }): Promise<number> {
  return waitUntil({ timeoutMs, isRight: ({ user, isLive, count }) => isLive && count === base + numberOf(user) })
}

async function waitUntil({
  timeoutMs,
  isRight,
}: {
  timeoutMs: number
  isRight: (tab: Tab) => boolean
}): Promise<number> {
  const deadline = nowUs() + timeoutMs * 1_000
  for (;;) {
    const wrong = [...tabs].filter((tab) => !isRight(tab))
    if (wrong.length === 0) return Math.max(...[...tabs].map(({ changedAt }) => changedAt))
    if (nowUs() > deadline) {
      const example = JSON.stringify(wrong[0])
      throw new Error(`${wrong.length} of ${tabs.size} tabs were wrong after ${timeoutMs} ms, e.g. ${example}.`)
    }
    await setTimeout(10)
  }
}
