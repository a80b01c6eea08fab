import { expect, type Page } from '@playwright/test'
import { story } from '../story.ts'
import { violations } from '../violations.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  story(`the CRM's screens meet WCAG 2.2 A and AA, ${colorScheme}`, async ({ demo, customer, logIn, browser }) => {
    const visitor = await browser.newPage({ colorScheme })
    await visitor.goto(demo.crm.url)
    await visitor.getByRole('button', { name: 'Continue as Ann Reyes' }).waitFor()
    expect(await violationsOf(visitor)).toEqual([])
    await visitor.close()

    const ann = await logIn('Ann Reyes')
    await ann.page.emulateMedia({ colorScheme })
    await customer.writes('Hello')
    await expect(ann.badgeNumber).toHaveText('1')
    await ann.openContacts()
    expect(await violationsOf(ann.page)).toEqual([])
    const chat = await ann.openContact('Maria Lindqvist')
    await expect(chat.thread).toContainText('Hello')
    expect(await violationsOf(ann.page)).toEqual([])
    await (await ann.openChats()).window.waitFor()
    expect(await violationsOf(ann.page)).toEqual([])
  })
}

/** Lists the violations of a page and its frames. */
async function violationsOf(page: Page): Promise<string[]> {
  return (await Promise.all(page.frames().map(violations))).flat()
}
