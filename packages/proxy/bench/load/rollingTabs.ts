import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { nowUs } from '../process/nowUs.ts'
import { cookieOf, numberOf, toUser } from '../users.ts'

/** Parameters of {@link openRollingTabs}. */
export interface RollingParameters {
  /** Processes, of which any serves any tab. */
  urls: string[]
  tabs: number
  perUser: number
  /** Each tab shows it and its user's own number. */
  base: number
  /** Tabs that connect at the same time. */
  parallel: number
}

/** Times and failures of the tabs since the last reading. */
export interface Rolling {
  /** Connects for which no process was there. */
  failedAccepts: number
  /** Times that a process refused or was away, and another one was tried. */
  retries: number
  /** Times for which tabs were wrong or disconnected, in microseconds. */
  wrongUs: number[]
}

interface Tab {
  user: string
  count: number | null
  isLive: boolean
  /** Time since which it is not right; 0 while it is. */
  wrongSince: number
  close: () => void
}

const tabs = new Set<Tab>()
let base = 0
let rolling: Rolling = { failedAccepts: 0, retries: 0, wrongUs: [] }

/** Opens tabs as the client of a page does: a stream that ends is opened again at the time that it was told, or with jitter. */
export async function openRollingTabs({
  urls,
  tabs: count,
  perUser,
  parallel,
  ...own
}: RollingParameters): Promise<void> {
  base = own.base
  let next = 0
  async function work(): Promise<void> {
    while (next < count) {
      const user = toUser(Math.floor(next++ / perUser))
      const tab: Tab = { user, count: null, isLive: false, wrongSince: nowUs(), close: () => {} }
      tabs.add(tab)
      await connect({ tab, urls })
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
}

/** Tells the tabs which values are right from now on. */
export function changeValues({ base: next }: { base: number }): void {
  base = next
  for (const tab of tabs) note(tab)
}

/** Waits until every tab is right. @throws {Error} after a while */
export async function waitUntilRight({ timeoutMs }: { timeoutMs: number }): Promise<void> {
  const deadline = nowUs() + timeoutMs * 1_000
  for (;;) {
    const wrong = [...tabs].filter((tab) => !isRight(tab))
    if (wrong.length === 0) return
    if (nowUs() > deadline) throw new Error(`${wrong.length} of ${tabs.size} tabs were wrong after ${timeoutMs} ms.`)
    await setTimeout(20)
  }
}

/** Returns how the tabs fared since the last call. */
export function takeRolling(): Rolling {
  const taken = rolling
  rolling = { failedAccepts: 0, retries: 0, wrongUs: [] }
  return taken
}

/** Closes all tabs. */
export function closeRollingTabs(): void {
  const closing = [...tabs]
  tabs.clear()
  for (const { close } of closing) close()
}

function isRight({ user, isLive, count }: Tab): boolean {
  return isLive && count === base + numberOf(user)
}

function note(tab: Tab): void {
  const now = nowUs()
  if (!isRight(tab)) {
    if (tab.wrongSince === 0) tab.wrongSince = now
  } else if (tab.wrongSince > 0) {
    rolling.wrongUs.push(now - tab.wrongSince)
    tab.wrongSince = 0
  }
}

/** Connects through whatever process is there, as behind a balancer that goes on to the next one. */
async function connect({ tab, urls }: { tab: Tab; urls: string[] }): Promise<void> {
  for (;;) {
    const first = Math.floor(Math.random() * urls.length)
    for (let index = 0; index < urls.length; index++) {
      const opened = await attempt({ tab, url: urls[(first + index) % urls.length] ?? '' })
      if (opened) return follow({ tab, urls, ...opened })
      rolling.retries += 1
    }
    rolling.failedAccepts += 1
    await setTimeout(Math.random() * 500)
  }
}

interface Opened {
  sent: ClientRequest
  response: IncomingMessage
}

function attempt({ tab, url }: { tab: Tab; url: string }): Promise<Opened | undefined> {
  const headers = { origin: url, cookie: cookieOf(tab.user), accept: 'text/event-stream' }
  return new Promise((resolve) => {
    const sent = request(`${url}/chat/events`, { agent: false, headers })
    sent.on('error', () => resolve(undefined))
    sent.on('response', (response) => {
      if (response.statusCode === 200) return resolve({ sent, response })
      sent.destroy()
      return resolve(undefined)
    })
    sent.end()
  })
}

function follow({ tab, urls, sent, response }: Opened & { tab: Tab; urls: string[] }): void {
  let rest = ''
  let waitMs: number | undefined
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, name, data] = /^event: (unanswered|drain)\n(?:id: .*\n)?data: (.*)$/m.exec(block) ?? []
      if (data === undefined) continue
      const body = JSON.parse(data)
      if (name === 'drain') waitMs = body.reconnectInMs
      else {
        tab.isLive = body.status === 'live'
        tab.count = body.count
        note(tab)
      }
    }
  })
  response.on('error', () => {}) // `close` follows.
  response.once('close', () => {
    tab.isLive = false
    if (!tabs.has(tab)) return
    note(tab)
    void setTimeout(waitMs ?? Math.random() * 500).then(async () => {
      if (tabs.has(tab)) await connect({ tab, urls })
    })
  })
  tab.close = () => sent.destroy()
}
