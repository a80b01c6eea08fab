import type { BrowserContext, Page } from '@playwright/test'
import type { Bench } from './bench.ts'

/** Kinds of tabs: with our badge, and with the least that a page can do by hand. */
export const kinds = ['kit', 'bare'] as const

/** Kind of a tab. */
export type Kind = (typeof kinds)[number]

/** Tabs of one browser that share a connection. */
export interface BenchTabs {
  context: BrowserContext
  pages: Page[]
}

/** Opens so many tabs that all show the number. */
export async function openTabs({
  bench: { browser, servers },
  kind,
  count,
}: {
  bench: Bench
  kind: Kind
  count: number
}): Promise<BenchTabs> {
  servers.show(1)
  const context = await browser.newContext()
  const pages: Page[] = []
  while (pages.length < count) {
    const page = await context.newPage()
    await page.goto(`${servers.url}/${kind}`)
    pages.push(page)
    if (pages.length === 1) await untilShown(pages, 1)
  }
  servers.show(2)
  await untilShown(pages, 2)
  return { context, pages }
}

/** Waits until each tab shows a number. @returns the times at which they did */
export function untilShown(pages: Page[], count: number): Promise<number[]> {
  return Promise.all(
    pages.map(async (page) => {
      const findTime = (wanted: number): number | undefined => window.shown?.find(([shown]) => shown === wanted)?.[1]
      const time = await page.waitForFunction(findTime, count, { polling: 100 })
      return (await time.jsonValue()) ?? Number.NaN
    }),
  )
}
