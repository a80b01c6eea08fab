import { type BrowserContextOptions, expect, type Frame, type Page } from '@playwright/test'
import { type LogIn, story } from '../story.ts'
import { violations } from '../violations.ts'

/** Pages that staff use all day. */
const main = ['/contacts', '/contacts/maria-lindqvist', '/deals', '/deals/bedside-lamps', '/chats']

const ofAnn = [
  ...main,
  ...['/contacts?dialog=new', '/contacts?dialog=import', '/companies', '/companies/company-maria-lindqvist'],
  ...['/deals?view=list', '/deals?dialog=new', '/tasks', '/dashboard', '/nowhere'],
]
const ofErin = ['channels', 'export', 'data', 'webhooks', 'sync', 'settings'].map((name) => `/admin/${name}`)

/** All pages in each language, and in English those on which other roles see something else. */
const walks = [
  ...['en-GB', 'ru', 'ar'].flatMap((locale) => [
    { locale, name: 'Ann Reyes', paths: ofAnn },
    { locale, name: 'Erin Doyle', paths: ofErin },
  ]),
  ...['Carla Mendes', 'Dov Levi'].map((name) => ({ locale: 'en-GB', name, paths: [...main, '/tasks'] })),
]

/** Pages of one story. */
const stretch = 4

const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

/** A walk through some pages. */
interface Walk {
  name: string
  paths: string[]
  themes: readonly Theme[]
  crmUrl: string
  logIn: LogIn
  options?: BrowserContextOptions
}

for (const [index, path] of main.entries()) {
  const [locale, theme] = index % 2 === 0 ? ['en-GB', 'light' as const] : ['ar', 'dark' as const]
  story(`${path} meets WCAG 2.2 A and AA in ${locale}, ${theme}`, async ({ demo, customer, logIn }) => {
    await customer.writes('Hello')
    await walk({ name: 'Ann Reyes', paths: [path], themes: [theme], crmUrl: demo.crm.url, logIn, options: { locale } })
  })
}

story.describe('each page', { tag: '@deep' }, () => {
  for (const { locale, name, paths: all } of walks)
    for (let start = 0; start < all.length; start += stretch) {
      const paths = all.slice(start, start + stretch)
      story(
        `meets WCAG 2.2 A and AA, light and dark, in ${locale}: ${paths.join(', ')} of ${name}`,
        async ({ demo, customer, logIn }) => {
          await customer.writes('Hello')
          await walk({ name, paths, themes, crmUrl: demo.crm.url, logIn, options: { locale } })
        },
      )
    }

  story(
    'meets WCAG 2.2 A and AA, as do the login, the search and the menu of the user',
    async ({ demo, logIn, page }) => {
      await page.goto(demo.crm.url)
      await page.getByRole('button', { name: 'Continue as Ann Reyes' }).waitFor()
      await expectNoViolations(page, themes)
      const ann = await logIn('Ann Reyes')
      await ann.page.keyboard.press('ControlOrMeta+k')
      await ann.page.keyboard.type('lamp')
      await expect(ann.page.getByRole('dialog', { name: 'Search' }).getByRole('option').first()).toBeVisible()
      await expectNoViolations(ann.page, themes)
      await ann.page.keyboard.press('Escape')
      await ann.page.getByRole('banner').getByRole('button', { name: 'Ann Reyes' }).click()
      await expect(ann.page.getByRole('dialog', { name: 'User menu' })).toBeVisible()
      await expectNoViolations(ann.page, themes)
    },
  )
})

async function walk({ name, paths, themes: shown, crmUrl, logIn, options }: Walk): Promise<void> {
  const { page } = await logIn(name, options)
  for (const path of paths) {
    await page.goto(crmUrl + path)
    await expect(page.getByRole('main')).toBeVisible()
    await expectNoViolations(page, shown)
  }
}

/** Checks a page and its frames in some color schemes, once everything is loaded. */
async function expectNoViolations(page: Page, colorSchemes: readonly Theme[]): Promise<void> {
  await expect(page.locator('.animate-pulse')).toHaveCount(0)
  await expect(page.locator('.cc-window:not([data-status=ready])')).toHaveCount(0)
  for (const colorScheme of colorSchemes) {
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
