import { expect, test } from 'vitest'
import { openIntranet, untilLive, untilStreams } from './openIntranet.ts'
import { takeTurns } from './takeTurns.ts'

test('without https, of more tabs than a browser has connections only the one that is looked at holds a connection, and each opens with two requests', () =>
  takeTurns(8))

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
