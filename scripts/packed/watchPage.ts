import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumLaunchOptions } from '../chromium.ts'

/** A page, and what it complains about. */
export interface WatchedPage {
  page: Page
  /** Errors of the console, and those that no code has caught. */
  complaints: string[]
}

/** A development server compiles a page when it is first opened, which takes a busy machine long. */
const patienceMs = 4 * 60_000

/** Starts a browser. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch(chromiumLaunchOptions())
}

/** Opens an empty page. */
export async function watchPage(browser: Browser): Promise<WatchedPage> {
  const page = await browser.newPage()
  page.setDefaultTimeout(patienceMs)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on(
    'console',
    (message) => message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url}`),
  )
  return { page, complaints }
}
