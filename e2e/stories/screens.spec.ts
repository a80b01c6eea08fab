import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { type Demo, startDemo } from '../../scripts/demo.ts'
import { type Environment, isRecorded, readEnvironment, recordEnvironment } from '../environment.ts'
import { type Screen, screens } from '../screens.ts'

/**
 * Compares screens of the demo CRM with their recorded pictures, or records them (`pnpm screens:crm`). Clocks stand still and the
 * data is always the same. With `SCREENS=all` all of them are compared, otherwise a few.
 */
const folder = new URL('../../docs/screens/crm/', import.meta.url)
const stopAt = Date.UTC(2026, 2, 17, 10, 30)

/** Fixtures that the screens of a worker share. */
interface Shared {
  demo: Demo
  environment: Environment
}

const test = base.extend<object, Shared>({
  demo: [
    async ({ playwright: _ }, use) => {
      const demo = await startDemo({
        apiKey: 'sandbox_wazzup',
        crmPort: 0,
        sandboxPort: 0,
        hasWebhooks: true,
        hasInbox: true,
        stopAt,
      })
      await use(demo)
      await demo.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  environment: [async ({ browser }, use) => use(await readEnvironment(browser)), { scope: 'worker' }],
})

const devices = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} satisfies Record<string, BrowserContextOptions>

/** A way to look at a screen. */
interface Look {
  device: keyof typeof devices
  theme: 'light' | 'dark'
  language: 'en' | 'ru' | 'ar'
}

const looks: Look[] = (['desktop', 'phone'] as const).flatMap((device) =>
  (['light', 'dark'] as const).map((theme) => ({ device, theme, language: 'en' as const })),
)
/** Screens that are shown in the other languages too. */
const translated = ['contacts', 'contact-details', 'deals-board']
const otherLooks: Look[] = (['desktop', 'phone'] as const).flatMap((device) =>
  (['ru', 'ar'] as const).map((language) => ({ device, theme: 'light' as const, language })),
)

const all = screens.flatMap((screen) =>
  [...looks, ...(translated.includes(screen.name) ? otherLooks : [])].map((look) => ({
    screen,
    look,
    name: [screen.name, look.device, look.theme, ...(look.language === 'en' ? [] : [look.language])].join('-'),
  })),
)
const few = [
  'contacts-desktop-light',
  'contacts-phone-dark',
  'contact-desktop-dark',
  'deals-board-desktop-light',
  'deals-board-desktop-light-ar',
  'tasks-phone-light',
]

for (const { screen, look, name } of all) {
  if (process.env.SCREENS !== 'all' && !few.includes(name)) continue
  test(`${name} looks as recorded`, async ({ browser, demo, environment }) => {
    const isUpdate = test.info().config.updateSnapshots === 'all'
    base.skip(!isUpdate && !isRecorded({ environment, folder }), 'Recorded with another Chromium, or with other fonts.')
    if (isUpdate) recordEnvironment({ environment, folder })
    const { device, theme, language } = look
    const context = await browser.newContext({
      ...devices[device],
      colorScheme: theme,
      locale: { en: 'en-GB', ru: 'ru', ar: 'ar' }[language],
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.clock.setFixedTime(stopAt)
    await open({ page, screen, crmUrl: demo.crm.url })
    await expect(page).toHaveScreenshot(`${name}.png`, {
      mask: screen.varying ? [page.locator(screen.varying)] : [],
      maskColor: 'rgb(128 128 128)',
    })
    await context.close()
  })
}

/** Opens a screen, and waits until nothing is loading any more. */
async function open({ page, screen, crmUrl }: { page: Page; screen: Screen; crmUrl: string }): Promise<void> {
  const { path, userId = 'ann' } = screen
  if (userId !== null) await logIn({ page, crmUrl, userId })
  await page.goto(crmUrl + path)
  if (userId !== null) await page.locator('.cc-badge[data-status=live]').filter({ visible: true }).first().waitFor()
  await screen.open?.(page)
  await expect(page.locator('.animate-pulse')).toHaveCount(0)
  for (const frame of page.frames()) await frame.waitForLoadState()
  await expect(page.locator('.cc-window:not([data-status=ready])')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}

async function logIn({ page, crmUrl, userId }: { page: Page; crmUrl: string; userId: string }): Promise<void> {
  const response = await page.request.post(`${crmUrl}/api/login`, {
    data: { userId },
    headers: { origin: crmUrl, 'sec-fetch-site': 'same-origin' },
  })
  expect(response.status()).toBe(200)
}
