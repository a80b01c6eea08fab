import { expect, test } from 'vitest'
import { openPage } from './openPage.ts'

test('says so while the browser has no network, and leaves the window as it is', async () => {
  const page = await openPage()
  const notice = page.getByText(/You are offline/)
  expect(await notice.count()).toBe(0)
  await page.context().setOffline(true)
  await notice.waitFor()
  expect(await page.locator('iframe').count()).toBe(1)
  await page.context().setOffline(false)
  await notice.waitFor({ state: 'detached' })
})

test.each([
  ['light', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(21, 24, 30)'],
] as const)('is %s when the browser is', async (colorScheme, color) => {
  const page = await openPage({ colorScheme })
  const background = page.locator('section').evaluate((section) => getComputedStyle(section).backgroundColor)
  expect(await background).toBe(color)
})
