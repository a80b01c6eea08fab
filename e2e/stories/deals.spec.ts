import { expect } from '@playwright/test'
import { DealsPage } from '../pages/DealsPage.ts'
import { MessageDialog } from '../pages/MessageDialog.ts'
import { story } from '../story.ts'

const lamps = '48 bedside lamps, blue'

story.describe('over Whatomate', () => {
  story.use({ crm: { crmApi: 'whatomate', hasWebhooks: true } })

  story(
    'a template is sent from a deal, reaches the customer, and is in the deal’s activity',
    { tag: ['@templates', '@sendMessage'] },
    async ({ customer, logIn }) => {
      const ann = await logIn('Ann Reyes')
      await ann.openPage('Deals')
      await new DealsPage(ann.page).opens(lamps)
      const message = new MessageDialog(ann.page)
      await message.open()
      await message.sendsTemplate({
        name: 'order_confirmation',
        values: { 'Text, {{name}}': 'Maria', 'Text, {{order_id}}': '4711' },
      })
      const text = 'Hello Maria, your order 4711 is ready.'
      await expect(message.sent(text)).toContainText(/Delivered|Read/)
      await expect.poll(customer.reads).toEqual([text])
      await message.close()
      await ann.page.reload()
      await expect(ann.page.getByRole('tabpanel', { name: 'Activity' })).toContainText(text)
    },
  )
})
