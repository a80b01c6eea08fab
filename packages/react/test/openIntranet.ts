import type { BrowserContext, Page } from '@playwright/test'
import { expect } from 'vitest'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { openContext } from './openPage.ts'

/** Tabs of a CRM at a plain-http address of an intranet, where a browser has no locks. */
export async function openIntranet(): Promise<{
  world: OpenWorld
  context: BrowserContext
  openTab: () => Promise<Page>
}> {
  const world = openWorld()
  await world.setCount(3)
  const { context, url } = await openContext({ launch: { args: ['--host-resolver-rules=MAP crm.test 127.0.0.1'] } })
  await context.addInitScript(() => {
    let isSeen = true
    Object.defineProperty(document, 'visibilityState', { get: () => (isSeen ? 'visible' : 'hidden') })
    Object.assign(window, {
      look: (isLooking: boolean) => {
        isSeen = isLooking
        document.dispatchEvent(new Event('visibilitychange'))
      },
    })
  })
  const address = `${url.replace('127.0.0.1', 'crm.test')}badge.html?endpoint=${encodeURIComponent(world.endpoint)}`
  const openTab = async (): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(address)
    return page
  }
  return { world, context, openTab }
}

/** A headless browser shows each page; this hides or shows one as far as it can tell. */
export const look = (page: Page, isLooking: boolean) =>
  page.evaluate((is) => (window as unknown as { look: (is: boolean) => void }).look(is), isLooking)
/** Waits until a tab shows a number. */
export const untilLive = (page: Page, count: number) =>
  expect.poll(() => page.locator('output').textContent()).toBe(`live ${count}`)
/** Waits until so many streams are open. */
export const untilStreams = (world: OpenWorld, streams: number) =>
  expect.poll(async () => (await world.see()).openStreams).toBe(streams)
