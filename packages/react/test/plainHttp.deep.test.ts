import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { look, openIntranet, untilLive, untilStreams } from './openIntranet.ts'

test('without https, of more tabs than a browser has connections only the one that is looked at holds a connection, and each opens with two requests', async () => {
  const { world, openTab } = await openIntranet()
  const tabs: Page[] = []
  for (let count = 1; count <= 8; count += 1) {
    const last = tabs.at(-1)
    if (last) await look(last, false)
    const tab = await openTab()
    tabs.push(tab)
    await untilLive(tab, 3)
    expect(await tab.evaluate(() => 'locks' in navigator)).toBe(false)
    await untilStreams(world, 1)
  }
  expect((await world.see()).requests.length).toBeLessThanOrEqual(2 * 8)
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
  const tabs = await Promise.all(Array.from({ length: 5 }, openTab))
  for (const tab of tabs) await untilLive(tab, 3)
  await untilStreams(world, 1)
  for (const tab of tabs.slice(1)) await tab.close()
  await tabs[0]?.bringToFront()
  await expect.poll(async () => (await world.see()).openStreams, { timeout: 60_000 }).toBe(1)
  await world.setCount(6)
  await expect.poll(() => tabs[0]?.locator('output').textContent(), { timeout: 60_000 }).toBe('live 6')
  expect((await world.see()).mostStreams).toBeLessThanOrEqual(2)
})
