import { expect, type Frame, type Page } from '@playwright/test'
import { story } from '../story.ts'
import { violations } from '../violations.ts'

/** Pages on which a role sees, or may do, something else. */
const pages = ['/contacts', '/contacts/maria-lindqvist', '/deals', '/deals/bedside-lamps', '/tasks']
const allPages = [
  ...pages,
  '/contacts?dialog=new',
  '/contacts?dialog=import',
  '/companies',
  '/companies/company-maria-lindqvist',
  '/deals?view=list',
  '/deals?dialog=new',
  '/chats',
  '/dashboard',
  '/nowhere',
]
const administration = ['channels', 'export', 'data', 'webhooks', 'sync', 'settings'].map((name) => `/admin/${name}`)

/** The pages that each role walks through. */
const walks = {
  'Ann Reyes': allPages,
  'Carla Mendes': pages,
  'Dov Levi': pages,
  'Erin Doyle': [...pages, ...administration],
}

/** Pages of one story. */
const stretch = 4

for (const [name, all] of Object.entries(walks))
  for (let start = 0; start < all.length; start += stretch) tellWalk({ name, paths: all.slice(start, start + stretch) })

function tellWalk({ name, paths }: { name: string; paths: string[] }): void {
  story(`${paths.join(', ')} of ${name} meet WCAG 2.2 A and AA, light and dark`, async ({ demo, customer, logIn }) => {
    await customer.writes('Hello')
    const { page, badgeNumber } = await logIn(name)
    if (name === 'Ann Reyes') await expect(badgeNumber).toHaveText('1')
    for (const path of paths) {
      await page.goto(`${demo.crm.url}${path}`)
      await expect(page.getByRole('main')).toBeVisible()
      await expectNoViolations(page)
    }
  })
}

story('the login and the search meet WCAG 2.2 A and AA, light and dark', async ({ demo, logIn, page }) => {
  await page.goto(demo.crm.url)
  await page.getByRole('button', { name: 'Continue as Ann Reyes' }).waitFor()
  await expectNoViolations(page)
  const ann = await logIn('Ann Reyes')
  await ann.page.keyboard.press('ControlOrMeta+k')
  await ann.page.keyboard.type('lamp')
  await expect(ann.page.getByRole('dialog', { name: 'Search' }).getByRole('option').first()).toBeVisible()
  await expectNoViolations(ann.page)
  await ann.page.keyboard.press('Escape')
  await ann.page.getByRole('banner').getByRole('button', { name: 'Ann Reyes' }).click()
  await expect(ann.page.getByRole('dialog', { name: 'User menu' })).toBeVisible()
  await expectNoViolations(ann.page)
})

/** Checks a page and its frames in both color schemes, once everything is loaded. */
async function expectNoViolations(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const found = await Promise.all(page.frames().map(violationsOf))
    expect(found.flat(), `${page.url()}, ${colorScheme}`).toEqual([])
  }
}

/** Lists the violations of a frame once its colors have changed. */
async function violationsOf(frame: Frame): Promise<string[]> {
  await frame.evaluate(async () => {
    const passing = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(passing.map((each) => each.finished))
  })
  return violations(frame)
}
