import type { Page } from '@playwright/test'
import axe from 'axe-core'
import * as z from 'zod'

const resultsSchema = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
})

/** Axe's findings on a page in light and in dark colours, as `colours, rule: element`. The page keeps still from then on. */
export async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source)
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = resultsSchema.parse(await page.evaluate(runAxe))
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${colorScheme}, ${id}: ${html}`)))
  }
  return found
}

/** Runs all rules. Only violations leave the page: with what passed, the result lists every element. */
const runAxe = "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => ({ violations }))"
