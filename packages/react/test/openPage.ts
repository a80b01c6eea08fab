import { fileURLToPath } from 'node:url'
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
} from '@playwright/test'
import { createServer } from 'vite'
import { onTestFinished } from 'vitest'
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts'
import { openWorld } from '../../core/test/openWorld.ts'

/** Serves a page of this folder. Returns its address, and a context of a browser that no other test uses. */
export async function openContext({
  launch = {},
  ...options
}: BrowserContextOptions & { launch?: LaunchOptions } = {}): Promise<{ context: BrowserContext; url: string }> {
  const server = await createServer({
    root: fileURLToPath(new URL('page', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['crm-chat-source', 'module', 'browser', 'development|production'] },
    server: { host: '127.0.0.1', port: 0, allowedHosts: ['crm.test'], hmr: false },
  })
  onTestFinished(() => server.close())
  await server.listen()
  const settings = chromiumLaunchOptions()
  const args = [...(settings.args ?? []), ...(launch.args ?? [])]
  const browser = await chromium.launch({ ...settings, ...launch, args })
  onTestFinished(() => browser.close())
  return { context: await browser.newContext(options), url: server.resolvedUrls?.local[0] ?? '' }
}

/** Opens a page with a chat window in a browser of its own: for what a page cannot ask of the browser it runs in. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const { context, url } = await openContext(options)
  const page = await context.newPage()
  await page.goto(`${url}?endpoint=${encodeURIComponent(openWorld().endpoint)}`)
  await page.locator('section[data-status=ready]').waitFor()
  return page
}
