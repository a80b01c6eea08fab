import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { beforeAll, expect, onTestFinished } from 'vitest'
import { chromiumLaunchOptions } from '../../../../scripts/chromium.ts'

let browser: Browser | undefined

/** Starts a Chromium for the tests of a file. The files of one process share it; it ends with the process. */
export function startChromium(): void {
  beforeAll(async () => {
    browser ??= await chromium.launch(chromiumLaunchOptions())
  })
}

/** A page with its errors and requests. */
export interface OpenedPage {
  page: Page
  /** Reported errors and violations of the security policy. */
  problems: string[]
  /** Requested addresses. */
  requests: string[]
}

/** Opens an address in a new browser profile, by default in a large window. */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  if (!browser) throw new Error('Call startChromium() at the top of the test file.')
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(25_000)
  const opened: OpenedPage = { page, problems: [], requests: [] }
  page.on('pageerror', (error) => opened.problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && opened.problems.push(message.text()))
  page.on('request', (request) => opened.requests.push(request.url()))
  await page.goto(url)
  return opened
}

/** Opens an address and fails the test if the page reports errors. */
export async function openChats(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { page, problems } = await openPage(url, options)
  onTestFinished(() => expect(problems).toEqual([]))
  return page
}

/** The narrow window of a phone. */
export const phone = { viewport: { width: 390, height: 780 } } satisfies BrowserContextOptions
