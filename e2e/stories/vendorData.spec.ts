import { expect } from '@playwright/test'
import { SyncPage } from '../pages/SyncPage.ts'
import { story } from '../story.ts'
import { violations } from '../violations.ts'

story(
  'an administrator compares deals with the vendor, uploads them with one that is rejected, and deletes one',
  { tag: ['@vendorData', '@saveVendorData', '@deleteVendorData'] },
  async ({ demo, logIn, request }) => {
    const erin = await logIn('Erin Doyle')
    const main = erin.page.getByRole('main')
    await erin.openAdministration('Sync')
    await expect(new SyncPage(erin.page).status).toHaveText('Done') // The vendor has what the CRM has.
    await erin.openAdministration('Vendor data')
    await main.getByRole('button', { name: 'Deals' }).click()
    await expect(main.getByRole('checkbox', { name: 'Select Beer garden benches' })).toBeVisible()
    await main.getByRole('checkbox', { name: 'Select this page' }).check()
    await main.getByRole('button', { name: 'Delete' }).click()
    await main.getByRole('alert').getByRole('button', { name: 'Delete' }).click()
    await expect(main).toContainText('nothing of this kind yet')
    await main.getByRole('button', { name: 'Compare with the CRM' }).click()
    const upload = main.getByRole('button', { name: /^Upload \d+ records$/ })
    const count = Number(/\d+/.exec((await upload.textContent()) ?? '')?.[0])
    expect(count).toBeGreaterThan(5)

    // The vendor refuses one deal: the whole list, then each half that it is in.
    const times = Math.ceil(Math.log2(count)) + 1
    const refused = await request.post(`${demo.sandbox.url}/_sandbox/faults`, {
      data: {
        operation: 'wazzup-v2.saveDeals',
        times,
        fault: { kind: 'status', status: 400, code: 'VALIDATION_ERROR' },
      },
    })
    expect(refused.ok(), await refused.text()).toBe(true)
    await upload.click()
    await expect(main).toContainText(`${count - 1} records were uploaded.`)
    await expect(main).toContainText('1 record was rejected')
    expect(await violations(erin.page.mainFrame())).toEqual([])

    await main.getByRole('button', { name: 'Upload 1 record' }).click()
    await expect(main).toContainText('1 record was uploaded.')
    await expect(main).toContainText('Both sides have the same data.')
    const records = main.getByRole('listitem').filter({ has: erin.page.getByRole('checkbox') })
    await expect(records).toHaveCount(count)
    await main.getByRole('checkbox', { name: 'Select Beer garden benches' }).check()
    await main.getByRole('button', { name: 'Delete' }).click()
    await main.getByRole('alert').getByRole('button', { name: 'Delete' }).click()
    await expect(main).toContainText('1 record was deleted.')
    await expect(records).toHaveCount(count - 1)
    await main.getByRole('button', { name: 'Compare again' }).click()
    await expect(main).toContainText('1 is missing at the service')
  },
)
