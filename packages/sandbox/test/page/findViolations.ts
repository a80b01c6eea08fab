import type { Page } from '@playwright/test'
import axe from 'axe-core'
import * as z from 'zod'

const resultsSchema = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
})

/** Runs axe and lists violations, as `rule: element`. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = resultsSchema.parse(await page.evaluate(run))
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** All rules are run; of those that are kept, nothing leaves the page, since it is a long list of every element. */
const run = "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => ({ violations }))"
