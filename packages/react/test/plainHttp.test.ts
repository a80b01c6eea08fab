import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { openContext } from './openPage.ts'

/** Tabs of a CRM at a plain-http address of an intranet, where a browser has no locks. */
async function openIntranet(): Promise<{ world: OpenWorld; context: BrowserContext; openTab: () => Promise<Page> }> {
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

/** More than the connections that a browser opens to one host take long to open. */
const tabCount = process.env.TEST_DEEP === '1' ? 8 : 4

/** A headless browser shows each page; this hides or shows one as far as it can tell. */
const look = (page: Page, isLooking: boolean) =>
  page.evaluate((is) => (window as unknown as { look: (is: boolean) => void }).look(is), isLooking)
const untilLive = (page: Page, count: number) =>
  expect.poll(() => page.locator('output').textContent()).toBe(`live ${count}`)
const untilStreams = (world: OpenWorld, streams: number) =>
  expect.poll(async () => (await world.see()).openStreams).toBe(streams)

test('without https, only the tab that is looked at holds a connection, and each opens with two requests', async () => {
  const { world, openTab } = await openIntranet()
  const tabs: Page[] = []
  for (let count = 1; count <= tabCount; count += 1) {
    const last = tabs.at(-1)
    if (last) await look(last, false)
    const tab = await openTab()
    tabs.push(tab)
    await untilLive(tab, 3)
    expect(await tab.evaluate(() => 'locks' in navigator)).toBe(false)
    await untilStreams(world, 1)
  }
  expect((await world.see()).requests.length).toBeLessThanOrEqual(2 * tabCount)
  const [first] = tabs
  const last = tabs.at(-1)
  if (!first || !last) return expect.unreachable()
  await world.setCount(4)
  await untilLive(last, 4)
  await look(last, false)
  await look(first, true)
  await untilLive(first, 4)
  await untilStreams(world, 1)
  await world.setCount(5)
  await untilLive(first, 5)
  expect((await world.see()).mostStreams).toBeLessThanOrEqual(2)
})

test('without https, tabs that are opened at once agree on one, and another takes over when it is closed', async () => {
  const { world, openTab } = await openIntranet()
  const tabs = await Promise.all(Array.from({ length: 3 }, openTab))
  for (const tab of tabs) await untilLive(tab, 3)
  await untilStreams(world, 1)
  for (const tab of tabs.slice(1)) await tab.close()
  await tabs[0]?.bringToFront()
  await expect.poll(async () => (await world.see()).openStreams, { timeout: 60_000 }).toBe(1)
  await world.setCount(6)
  await expect.poll(() => tabs[0]?.locator('output').textContent(), { timeout: 60_000 }).toBe('live 6')
  expect((await world.see()).mostStreams).toBeLessThanOrEqual(2)
})
