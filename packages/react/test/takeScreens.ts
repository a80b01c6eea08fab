import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from '@playwright/test'
import { createServer } from 'vite'
import { chromiumLaunchOptions, ensureChromium } from '../../../scripts/chromium.ts'
import { startChatServer } from '../../core/test/chatServer/startChatServer.ts'

/**
 * Takes pictures of the kit for `docs/screens`: in forced colors, and at a zoom of 400 %, which is a screen of 320 CSS pixels.
 */
const folder = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))
const languages = ['en', 'ru', 'de', 'ar']

ensureChromium()
mkdirSync(folder, { recursive: true })
const server = await startChatServer()
const pages = await servePages()
const browser = await chromium.launch(chromiumLaunchOptions())
try {
  const worlds = await createWorlds()
  for (const locale of languages) {
    const query = new URLSearchParams({ ...worlds, locale })
    const url = `${pages.resolvedUrls?.local[0]}screens.html?${query}`
    await take({ browser, url, name: `forced-colors-${locale}`, width: 760, height: 520, forcedColors: 'active' })
    await take({ browser, url, name: `zoom-400-${locale}`, width: 320, height: 720 })
  }
} finally {
  await browser.close()
  await pages.close()
  await server.close()
}

/** Serves the page of the tests that shows the states of a kit. */
async function servePages() {
  const pages = await createServer({
    root: fileURLToPath(new URL('page', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['crm-chat-source', 'module', 'browser', 'development|production'] },
    server: { host: '127.0.0.1', port: 0, hmr: false },
  })
  await pages.listen()
  return pages
}

/** Sets up proxies whose counters and windows are in different states. Returns their addresses by name. */
async function createWorlds(): Promise<Record<string, string>> {
  const at = '2026-01-02T03:04:05.000Z'
  const live = { status: 'live', count: 120, tone: 'red', epoch: 1, seq: 2, at }
  const error = { code: 'foreign_origin', message: 'Not from here', requestId: 'a1b2c3', retryable: false }
  return {
    red: await createWorld({
      unanswered: live,
      answers: { window: { status: 403, body: JSON.stringify({ error }) } },
    }),
    grey: await createWorld({ unanswered: { ...live, count: 5, tone: 'grey' } }),
    stale: await createWorld({ unanswered: { ...live, count: 7, status: 'stale' } }),
  }
}

async function createWorld(settings: object): Promise<string> {
  const base = `${server.url}/worlds/${randomUUID()}`
  await fetch(`${base}/control`, { method: 'POST', body: JSON.stringify({ order: 'set', settings }) })
  return `${base}/chat`
}

interface Picture {
  browser: Browser
  url: string
  name: string
  width: number
  height: number
  forcedColors?: 'active' | 'none'
}

async function take({ browser, url, name, width, height, forcedColors = 'none' }: Picture): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', forcedColors })
  await page.goto(url)
  await page.locator('[data-ready]').waitFor()
  await page.getByRole('alert').waitFor()
  await page.screenshot({ path: `${folder}${name}.png` })
  await page.close()
}
