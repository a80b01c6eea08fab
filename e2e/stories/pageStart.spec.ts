import { expect } from '@playwright/test'
import { story } from '../story.ts'

const pages = [
  ['/contacts', 'link', 'Maria Lindqvist'],
  ['/contacts/maria-lindqvist', 'heading', 'Maria Lindqvist'],
  ['/companies', 'link', 'Hotel Skärgården'],
  ['/deals', 'link', 'Bedside lamps'],
  ['/deals/bedside-lamps', 'heading', 'Bedside lamps'],
] as const

story('pages come with their data, and ask for none before they are shown', async ({ demo, logIn }) => {
  const { page } = await logIn('Ann Reyes')
  await page.route('**/api/**', (route) => route.abort())
  for (const [path, role, name] of pages) {
    await page.goto(demo.crm.url + path)
    await expect(page.locator('#main').getByRole(role, { name }).first(), path).toBeVisible()
  }
})
