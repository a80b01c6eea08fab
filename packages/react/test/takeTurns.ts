import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { look, openIntranet, untilLive, untilStreams } from './openIntranet.ts'

/** Opens tabs one after the other, each looked at in turn, and checks who is connected meanwhile. */
export async function takeTurns(tabCount: number): Promise<void> {
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
}
