import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { expect } from 'vitest'
import { chromiumLaunchOptions } from '../../../../scripts/chromium.ts'
import type { OpenWorld } from '../openWorld.ts'
import { type Disorder, watchTab } from './watchTab.ts'

/** Real tabs of one browser. */
export interface Tabs {
  /** Those that live. */
  pages: Page[]
  /** Opens a client in some of the tabs, one after the other. On its clock, time passes faster by the factor. */
  open: (parameters: { world: OpenWorld; from?: number; to?: number; factor?: number }) => Promise<void>
  /** Waits until each of the tabs shows a number as the current one. */
  untilAllShow: (count: number, pages?: Page[]) => Promise<void>
  /** Returns the tab that holds the connection of all. */
  findLeader: () => Promise<Page>
  /** Shows one tab, and hides the others. */
  look: (seen: Page) => Promise<void>
  /** Sets the clock of the computer, by so much from the real time. */
  setClocks: (offsetMs: number) => Promise<void>
  disturb: (disorder: Disorder | undefined) => Promise<void>
  /** Suspends a tab, whose timers and messages wait until the returned function is called. */
  suspend: (page: Page) => Promise<() => Promise<void>>
  /** Ends the process of a tab. */
  kill: (page: Page) => Promise<void>
  close: () => Promise<void>
}

/** Opens so many tabs. */
export async function openTabs(count: number): Promise<Tabs> {
  const server = await servePage()
  const browser = await chromium.launch(chromiumLaunchOptions())
  const context = await browser.newContext()
  await context.addInitScript(watchTab)
  const pages: Page[] = []
  context.on('page', (page) => page.on('crash', () => pages.splice(pages.indexOf(page), 1)))
  while (pages.length < count) pages.push(...(await openPages({ context, count: Math.min(10, count - pages.length) })))

  const inEach = (action: (page: Page) => Promise<unknown>): Promise<unknown> => Promise.all(pages.map(action))
  return {
    pages,
    open: async ({ world, from = 0, to = pages.length, factor = 1 }) => {
      const address = `${server.url}?factor=${factor}&endpoint=${encodeURIComponent(world.endpoint)}`
      for (const page of pages.slice(from, to)) await page.goto(address)
    },
    untilAllShow: async (wanted, shown = pages) => {
      const isShown = (number: number): boolean => {
        const state = window.tab.getState()
        return state.status === 'live' && state.count === number
      }
      await Promise.all(shown.map((page) => page.waitForFunction(isShown, wanted, { timeout: 45_000, polling: 20 })))
    },
    findLeader: async () => {
      const listLeaders = async (): Promise<Page[]> => {
        const leads = await Promise.all(pages.map((page) => page.evaluate(() => window.leads)))
        return pages.filter((_, index) => leads[index])
      }
      await expect.poll(async () => (await listLeaders()).length).toBe(1)
      const [leader] = await listLeaders()
      return leader ?? expect.unreachable()
    },
    look: async (seen) => {
      await inEach((page) => page.evaluate((isSeen) => window.look(isSeen), page === seen))
    },
    setClocks: async (offsetMs) => {
      await inEach((page) => page.evaluate((ms) => window.tab.setClock(ms), offsetMs))
    },
    disturb: async (disorder) => {
      await inEach((page) => page.evaluate((own) => Object.assign(window, { disorder: own }), disorder))
    },
    suspend: async (page) => {
      const session = await context.newCDPSession(page)
      await session.send('Debugger.enable')
      const paused = new Promise((resolve) => session.once('Debugger.paused', resolve))
      await session.send('Debugger.pause') // It takes effect at the next statement.
      session.send('Runtime.evaluate', { expression: '0' }).catch(() => undefined) // It ends once the tab goes on.
      await paused
      return async () => {
        await session.send('Debugger.resume')
        await session.detach()
      }
    },
    kill: async (page) => {
      const crashed = page.waitForEvent('crash')
      const session = await context.newCDPSession(page)
      session.send('Page.crash').catch(() => undefined) // Nobody is left to respond.
      await crashed
    },
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

const openPages = ({ context, count }: { context: BrowserContext; count: number }): Promise<Page[]> =>
  Promise.all(Array.from({ length: count }, () => context.newPage()))

/** Serves the page of a tab. */
async function servePage(): Promise<{ url: string; close: () => void }> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page/main.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    format: 'esm',
    conditions: ['crm-chat-source'],
    write: false,
    outdir: '/',
    logLevel: 'error',
  })
  const files = new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
  const server = createServer(({ url }, response) => {
    const file = files.get(basename(url ?? ''))
    response.writeHead(200, { 'content-type': file ? 'text/javascript' : 'text/html', 'cache-control': 'max-age=600' })
    response.end(file ?? page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // It listens on a port.
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}/`, close }
}

const page =
  '<!doctype html><link rel="icon" href="data:,"><title>CRM</title><script type="module" src="/main.js"></script>'
