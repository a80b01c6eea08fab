import type { BrowserContextOptions, Locator, Page } from '@playwright/test'
import type { Sandbox } from '../../src/index.ts'
import { openChats } from './openPage.ts'

/** A window wide enough for a panel and the phone. */
export const wide: BrowserContextOptions = { viewport: { width: 1366, height: 800 } }

/** Opens a panel of the inspector, e.g. `requests`, or an item in it, e.g. `requests/12`. */
export function openPanel(sandbox: Sandbox, panel: string, options: BrowserContextOptions = {}): Promise<Page> {
  return openChats(`${sandbox.url}/_sandbox#/${panel}`, { ...wide, ...options })
}

/** The rows of a panel's list. */
export function rows(page: Page, name: string): Locator {
  return page.getByRole('list', { name, exact: true }).getByRole('listitem')
}

/** The button that expands a row. */
export function head(row: Locator): Locator {
  return row.locator('button[aria-expanded]')
}

/** Permissions for the clipboard. */
export const clipboard: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] }

/** Reads the text on a page's clipboard. */
export async function readClipboard(page: Page): Promise<string> {
  return String(await page.evaluate('navigator.clipboard.readText()'))
}
