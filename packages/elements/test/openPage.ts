import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts'

/** A page in a browser that the tests of a file share. */
export interface OpenPage {
  tab: Page
  /** Errors of the page, and what else its console shows as one. */
  complaints: string[]
  /** Paths that it has requested. */
  requested: string[]
}

/** Starts a browser for the tests of a file. Returns a function that opens an address in a context of its own. */
export function startBrowser(): (url: string) => Promise<OpenPage> {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch(chromiumLaunchOptions())
  })
  afterAll(() => browser.close())
  return async (url) => {
    const context = await browser.newContext()
    onTestFinished(() => context.close())
    const tab = await context.newPage()
    const complaints: string[] = []
    const requested: string[] = []
    const complain = (text: string): void => void (text.includes('favicon') || complaints.push(text))
    tab.on('pageerror', (error) => complain(error.message))
    tab.on('console', (message) => message.type() === 'error' && complain(message.text()))
    tab.on('request', (request) => requested.push(new URL(request.url()).pathname))
    await tab.goto(url)
    return { tab, complaints, requested }
  }
}
