import { type BrowserContext, expect, type Request } from '@playwright/test'
import { Staff } from '../pages/Staff.ts'
import { story } from '../story.ts'

story('eight tabs share one connection, and miss no count when its tab closes', async ({ customer, demo, logIn }) => {
  const first = await logIn('Ann Reyes')
  const context = first.page.context()
  const streams = watchStreams(context)
  await first.page.reload() // Its connection counts too.
  const others: Staff[] = []
  for (let count = 0; count < 7; count += 1) {
    const tab = new Staff({ page: await context.newPage(), crmUrl: demo.crm.url })
    await tab.opensAgain()
    others.push(tab)
  }

  await customer.writes('Is anybody there?')
  for (const tab of [first, ...others]) await expect(tab.badgeNumber).toHaveText('1')
  await expect.poll(() => streams().length).toBe(1)

  await streams()[0]?.frame().page().close()
  await customer.writes('Hello?')
  const open = [first, ...others].filter(({ page }) => !page.isClosed())
  expect(open).toHaveLength(7)
  for (const tab of open) await expect(tab.badgeNumber).toHaveText('2')
  await expect.poll(() => streams().length).toBe(1)
})

/** Tracks the live connections of a browser's tabs. */
function watchStreams(context: BrowserContext): () => Request[] {
  const open = new Set<Request>()
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/chat/events') open.add(request)
  })
  context.on('requestfinished', (request) => open.delete(request))
  context.on('requestfailed', (request) => open.delete(request))
  return () => [...open].filter((request) => !request.frame().page().isClosed())
}
