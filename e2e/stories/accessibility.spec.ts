import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import { story } from '../story.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

for (const colorScheme of ['light', 'dark'] as const) {
  story(`the CRM's screens meet WCAG 2.2 A and AA, ${colorScheme}`, async ({ demo, customer, logIn, browser }) => {
    const visitor = await browser.newPage({ colorScheme })
    await visitor.goto(demo.crm.url)
    await visitor.getByRole('button', { name: 'Continue as Ann Reyes' }).waitFor()
    expect(await violations(visitor)).toEqual([])
    await visitor.close()

    const ann = await logIn('Ann Reyes')
    await ann.page.emulateMedia({ colorScheme })
    await customer.writes('Hello')
    await expect(ann.badgeNumber).toHaveText('1')
    await ann.openContacts()
    expect(await violations(ann.page)).toEqual([])
    const chat = await ann.openContact('Maria Lindqvist')
    await expect(chat.thread).toContainText('Hello')
    expect(await violations(ann.page)).toEqual([])
    await (await ann.openChats()).window.waitFor()
    expect(await violations(ann.page)).toEqual([])
  })
}

/** Runs axe on a page and its frames, and lists violations one per line. */
async function violations(page: Page): Promise<string[]> {
  const found = await Promise.all(
    page.frames().map(async (frame) => {
      await frame.evaluate(axeSource)
      return frame.evaluate(async () => {
        const { axe } = window as unknown as AxeWindow // Defined by the script above.
        const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
      })
    }),
  )
  return found.flat()
}

interface AxeWindow {
  axe: {
    run: (
      context: Document,
      options: { runOnly: string[] },
    ) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
  }
}
