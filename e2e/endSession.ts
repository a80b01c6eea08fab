import type { Page } from '@playwright/test'

/** Ends the session of a browser just before its page sends a POST request to an address, as when a cookie expires. */
export async function endSessionBefore(page: Page, url: RegExp): Promise<void> {
  await page.route(url, async (route) => {
    if (route.request().method() === 'POST') await page.context().clearCookies()
    await route.continue()
  })
}
