import { type ChatClient, createChat } from '@crm-chat/core'
import { type ChatProxy, createChatProxy, wazzupV2 } from '@crm-chat/proxy'
import { type Browser, installBrowser } from './browser.ts'
import { createVendorHost, type VendorHost } from './vendorHost.ts'
import { installVirtualTime, type VirtualTime } from './virtualTime.ts'

/** The user whose tabs are looked at. */
export const ann = 'ann'

/** A tab of Ann's browser, and what it has shown. */
export interface Tab {
  chat: ChatClient
  /** Problems that were seen as they happened. */
  problems: string[]
}

/** A vendor, two processes of a CRM with a proxy each, and a browser with tabs. */
export interface World {
  time: VirtualTime
  vendor: VendorHost
  tabs: Tab[]
  openTab: () => void
  closeTab: (index: number) => void
  /** Cuts the live streams of one process, or stops it and starts it anew. */
  cutStreams: (process: number) => void
  restart: (process: number) => void
  drain: (process: number) => void
  /** Lets the hook that names the user fail. */
  failIdentify: (isFailing: boolean) => void
  /** Log lines of the proxies. */
  lines: string[]
  /** Unhandled rejections so far. */
  uncaught: unknown[]
  end: () => Promise<void>
}

/** Time a number may take through the throttle of one process, and from tab to tab, while another way is faster. */
const settledMs = 600

/** The class that stands in for the WebSocket of the package `ws`; the newest world's. */
export const current: { Socket: VendorHost['Socket'] | undefined } = { Socket: undefined }

/** Makes a {@link World}. The random numbers decide whatever is left to chance. */
export function createWorld({ random, processes: count }: { random: () => number; processes: number }): World {
  const time = installVirtualTime()
  const browser: Browser = installBrowser({ delayMs: () => Math.floor(random() * (random() < 0.2 ? 400 : 40)) })
  const realRandom = Math.random
  Math.random = random
  const vendor = createVendorHost()
  current.Socket = vendor.Socket
  const lines: string[] = []
  const uncaught: unknown[] = []
  const onUncaught = (error: unknown): void => void uncaught.push(error)
  process.on('unhandledRejection', onUncaught)
  let isIdentifyFailing = false
  /** All tabs get their numbers from one process, so that none may go back to an older one. */
  let isWhole = count === 1
  const processes = Array.from({ length: count }, startProcess)
  const tabs: Tab[] = []

  function startProcess(): CrmProcess {
    const log = (fields: object, message: string): void => void lines.push(`${message} ${JSON.stringify(fields)}`)
    const chat = createChatProxy({
      backend: wazzupV2({ apiKey: 'key', baseUrl: 'http://vendor.test', counterUrl: 'http://vendor.test' }),
      identify: () => {
        if (isIdentifyFailing) throw new Error('The database is away.')
        return { id: ann, name: 'Ann' }
      },
      logger: { info: log, warn: log, error: log },
    })
    return { chat, streams: new Set() }
  }

  /** A load balancer: each request goes to a process of its own. */
  const fetchFromAny: typeof fetch = async (input, init) => {
    const own = processes[Math.floor(random() * processes.length)]
    if (!own) throw new TypeError('fetch failed')
    const cut = new AbortController()
    own.streams.add(cut)
    const signal = init?.signal ? AbortSignal.any([init.signal, cut.signal]) : cut.signal
    init?.signal?.addEventListener('abort', () => own.streams.delete(cut))
    const response = await own.chat.fetch(new Request(new URL(String(input), 'http://crm.test'), { ...init, signal }))
    if (response.headers.get('content-type') !== 'text/event-stream') own.streams.delete(cut)
    return response
  }

  function openTab(): void {
    const chat = createChat({ endpoint: '/chat', fetch: fetchFromAny })
    const tab: Tab = { chat, problems: [] }
    let newest = -1
    chat.unanswered.subscribe((state) => {
      if (state.status !== 'live' && state.status !== 'stale') return
      const place = vendor.sent(ann).lastIndexOf(state.count)
      const isLive = state.status === 'live'
      const isLate = isLive && place < vendor.newestBefore(ann, settledMs)
      const isBack = isLive && isWhole && place < newest
      const problems = { 'never sent': place === -1, 'long out of date': isLate, 'older than before': isBack }
      tab.problems.push(...Object.entries(problems).flatMap(([name, is]) => (is ? [`${state.count} is ${name}`] : [])))
      if (isLive) newest = Math.max(newest, place)
    })
    tabs.push(tab)
  }

  function cutStreams(index: number): void {
    for (const stream of processes[index]?.streams ?? []) stream.abort(new TypeError('terminated'))
    processes[index]?.streams.clear()
  }

  return {
    time,
    vendor,
    tabs,
    openTab,
    closeTab: (index) => {
      for (const tab of tabs.splice(index, 1)) tab.chat.close()
    },
    cutStreams: (index) => {
      isWhole = false
      cutStreams(index)
    },
    restart: (index) => {
      isWhole = false
      const old = processes[index]
      if (old) processes[index] = startProcess()
      void old?.chat.close()
      for (const stream of old?.streams ?? []) stream.abort(new TypeError('terminated'))
    },
    drain: (index) => {
      isWhole = false
      const old = processes[index]
      if (old) processes[index] = startProcess()
      void old?.chat.drain({ deadlineMs: 2_000 })
    },
    failIdentify: (isFailing) => {
      isWhole = false
      isIdentifyFailing = isFailing
    },
    lines,
    uncaught,
    end: async () => {
      for (const { chat } of tabs) chat.close()
      for (const { chat } of processes) await chat.close()
      await time.advance(100)
      process.off('unhandledRejection', onUncaught)
      Math.random = realRandom
      browser.uninstall()
      time.uninstall()
    },
  }
}

interface CrmProcess {
  chat: ChatProxy
  /** Requests and streams that may be cut. */
  streams: Set<AbortController>
}
