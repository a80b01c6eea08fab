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

story.describe('over API v3', () => {
  story.use({ crm: { crmApi: 'wazzup-v3' } })

  story(
    'a deal is opened from the chat, and a new one begins there',
    { tag: ['@window'] },
    async ({ customer, logIn }) => {
      await customer.writes('When do the lamps come?')
      const ann = await logIn('Ann Reyes')
      const chats = await ann.openChats()
      await chats.chat('Maria Lindqvist').first().click()
      await expect(chats.thread).toContainText('When do the lamps come?')
      await chats.opensDeal(lamps)
      await expect(ann.page.getByRole('heading', { name: lamps, level: 1 })).toBeVisible()

      const card = await ann.openContact('Maria Lindqvist')
      await expect(card.thread).toContainText('When do the lamps come?')
      await card.beginsDeal()
      const { form } = new DealsPage(ann.page)
      await expect(form.getByRole('combobox', { name: 'Contact' })).toHaveValue('Maria Lindqvist')
      await form.getByRole('textbox', { name: 'Title' }).fill('Lamps for the annex')
      await form.getByRole('button', { name: 'Add deal' }).click()
      await expect(ann.page.getByRole('heading', { name: 'Lamps for the annex' })).toBeVisible()
      await (await ann.openChats()).chat('Maria Lindqvist').first().click()
      await chats.opensDeal('Lamps for the annex')
      await expect(ann.page.getByRole('heading', { name: 'Lamps for the annex' })).toBeVisible()
    },
  )
})
