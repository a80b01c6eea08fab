import { test as base, expect, type Page } from '@playwright/test'
import { type Environment, isRecorded, readEnvironment, recordEnvironment } from '../environment.ts'
import { violations } from '../violations.ts'
import { listStories, type Story, serveGallery } from './serveGallery.ts'

const folder = new URL('../../apps/gallery/screenshots/', import.meta.url)

/** Fixtures that the stories of a worker share. */
interface Shared {
  url: string
  environment: Environment
}

const test = base.extend<object, Shared>({
  url: [
    async ({ playwright: _ }, use) => {
      const gallery = await serveGallery()
      await use(gallery.url)
      gallery.close()
    },
    { scope: 'worker' },
  ],
  environment: [async ({ browser }, use) => use(await readEnvironment(browser)), { scope: 'worker' }],
})

/** Ways to look at the main story of a component, in addition to the usual one. */
const ways = ['dark', 'rtl', 'forced-colors', 'zoom-400'] as const
type Way = (typeof ways)[number] | 'light'

/** Errors and warnings of a page's console, and what nobody has caught. */
function watchConsole(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text())
  })
  return problems
}

/** Opens a story, and waits until it is drawn, its frames included. */
async function open({ page, url, story, way = 'light' }: { page: Page; url: string; story: Story; way?: Way }) {
  if (way === 'forced-colors') await page.emulateMedia({ forcedColors: 'active' })
  if (way === 'zoom-400') await page.setViewportSize({ width: 320, height: 256 }) // 1280 × 1024, four times as large.
  const globals = `theme:${way === 'dark' ? 'dark' : 'light'};locale:${way === 'rtl' ? 'ar' : 'en'}`
  await page.goto(`${url}/iframe.html?id=${story.id}&viewMode=story&globals=${globals}`)
  await page.locator('#storybook-root > *').first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => {
    const preview: unknown = Reflect.get(window, '__STORYBOOK_PREVIEW__')
    return ['completed', 'finished'].includes(Object(Object(preview).currentRender).phase)
  })
  for (const frame of page.frames()) await frame.waitForLoadState()
}

/** Compares the page with its recorded picture, or records it. Another browser, or other fonts, have other pixels. */
async function compare({ page, name, environment }: { page: Page; name: string; environment: Environment }) {
  const isUpdate = base.info().config.updateSnapshots === 'all'
  base.skip(!isUpdate && !isRecorded({ environment, folder }), 'Recorded with another Chromium, or with other fonts.')
  if (isUpdate) recordEnvironment({ environment, folder })
  await expect(page).toHaveScreenshot(`${name}.png`)
}

for (const story of listStories()) {
  test(`${story.title} › ${story.name}: axe finds nothing, light and dark, and the console is empty`, async ({
    page,
    url,
  }) => {
    const problems = watchConsole(page)
    await open({ page, url, story })
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => Object.assign(document.documentElement.dataset, { ccTheme: name }), theme)
      expect(await violations(page.mainFrame()), theme).toEqual([])
    }
    expect(problems).toEqual([])
  })

  if (!story.tags.includes('like-another')) {
    test(`${story.title} › ${story.name}: looks as recorded`, async ({ page, url, environment }) => {
      await open({ page, url, story })
      await compare({ page, name: story.id, environment })
    })
  }

  for (const way of story.tags.includes('main') ? ways : []) {
    test(`${story.title} › ${story.name}: looks as recorded, ${way}`, async ({ page, url, environment }) => {
      await open({ page, url, story, way })
      await compare({ page, name: `${story.id}.${way}`, environment })
    })
  }
}
