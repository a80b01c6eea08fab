import { expect } from '@playwright/test'
import { Inspector } from '../pages/Inspector.ts'
import { story } from '../story.ts'

story.describe('over API v3', () => {
  story.use({ crm: { crmApi: 'wazzup-v3' } })

  story('a change of the role at the vendor changes the badge', async ({ customer, demo, logIn, page }) => {
    await customer.writes('Is anybody there?')
    const ann = await logIn('Ann Reyes')
    await expect(ann.badgeNumber).toHaveText('1')
    await expect(ann.badge).toHaveAttribute('data-tone', 'red')
    const vendor = new Inspector({ page, sandboxUrl: demo.sandbox.url })
    await vendor.open()

    await vendor.changesRole({ name: 'Ann Reyes', role: 'Auditor' })
    await expect(ann.badge).toHaveAttribute('data-tone', 'grey')
    await expect(ann.badgeNumber).toHaveText('1')
    await vendor.changesRole({ name: 'Ann Reyes', role: 'None' })
    await expect(ann.badge).toBeHidden()
    await vendor.changesRole({ name: 'Ann Reyes', role: 'Seller' })
    await expect(ann.badge).toHaveAttribute('data-tone', 'red')
  })
})
