import { fileURLToPath } from 'node:url'
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { createServer } from 'vite'
import { onTestFinished } from 'vitest'
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts'
import { openWorld } from '../../core/test/openWorld.ts'

/** Opens a page with a chat window in a browser of its own: for what a page cannot ask of the browser it runs in. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const server = await createServer({
    root: fileURLToPath(new URL('page', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['crm-chat-source', 'module', 'browser', 'development|production'] },
    server: { host: '127.0.0.1', port: 0 },
  })
  onTestFinished(() => server.close())
  await server.listen()
  const browser = await chromium.launch(chromiumLaunchOptions())
  onTestFinished(() => browser.close())
  const page = await (await browser.newContext(options)).newPage()
  await page.goto(`${server.resolvedUrls?.local[0]}?endpoint=${encodeURIComponent(openWorld().endpoint)}`)
  await page.locator('section[data-status=ready]').waitFor()
  return page
}
