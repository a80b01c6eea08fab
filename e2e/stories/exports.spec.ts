import { expect, type Locator } from '@playwright/test'
import type { Staff } from '../pages/Staff.ts'
import { startReceiver } from '../receiver.ts'
import { story } from '../story.ts'
import { violations } from '../violations.ts'

story.use({ crm: { crmApi: 'wazzup-tech' } })

/** Exports all messages of this month, and returns the item of the list. */
async function exportMonth({ page }: Staff): Promise<Locator> {
  await page.getByRole('button', { name: 'This month' }).click()
  await page.getByRole('button', { name: 'Export messages' }).click()
  const item = page.getByRole('main').getByRole('listitem').filter({ hasText: 'All channels' })
  await expect(item).toHaveCount(1)
  return item
}

story(
  'an administrator exports messages, and finds the export again after the CRM was started anew',
  { tag: ['@createExport', '@readExport', '@channels'] },
  async ({ demo, customer, logIn, request }) => {
    await customer.writes('Is the blue lamp in stock?')
    const erin = await logIn('Erin Doyle')
    await erin.openAdministration('Export')
    expect(await violations(erin.page.mainFrame())).toEqual([])
    const item = await exportMonth(erin)
    await expect(item).toContainText('Ready')
    await demo.restartCrm()
    await erin.logIn('Erin Doyle')
    await erin.openAdministration('Export')
    const link = item.getByRole('link', { name: /^Download/ })
    await expect(link).toContainText(/\d+ kB/)
    const file = await request.get((await link.getAttribute('href')) ?? '')
    expect(await file.text()).toContain('Is the blue lamp in stock?')
    expect(await violations(erin.page.mainFrame())).toEqual([])
  },
)

story(
  'an export whose webhook failed has its file all the same, and says what went wrong',
  { tag: ['@createExport', '@readExport', '@deep'] },
  async ({ demo, logIn, request }) => {
    const receiver = await startReceiver()
    const registered = await request.post(`${demo.sandbox.url}/tech/v2/webhooks`, {
      headers: { authorization: `Bearer ${demo.apiKey}` },
      data: { data: [{ url: receiver.url, event: 'messages_dump.status_update' }] },
    })
    expect(registered.ok(), await registered.text()).toBe(true)
    await receiver.stop()
    const erin = await logIn('Erin Doyle')
    await erin.openAdministration('Export')
    const item = await exportMonth(erin)
    await expect(item).toContainText('could not tell the CRM that it is ready', { timeout: 60_000 })
    await expect(item.getByRole('link', { name: /^Download/ })).toBeVisible()
  },
)

story('nobody else finds the pages for administrators', async ({ logIn, demo }) => {
  const ben = await logIn('Ben Okafor')
  await expect(ben.page.getByRole('link', { name: 'Administration' })).toHaveCount(0)
  await ben.page.goto(`${demo.crm.url}/admin/export`)
  await expect(ben.page).toHaveURL(/\/dashboard$/)
})
