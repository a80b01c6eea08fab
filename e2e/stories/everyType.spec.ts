import { expect, type Page } from '@playwright/test'
import { files } from '../fixtures/files.ts'
import { ConversationTab } from '../pages/ConversationTab.ts'
import { Inspector } from '../pages/Inspector.ts'
import { MessageDialog } from '../pages/MessageDialog.ts'
import type { Staff } from '../pages/Staff.ts'
import { story } from '../story.ts'

const maria = 'Maria Lindqvist'

/** Opens Maria's phone, and her conversation in the CRM. */
async function openBoth({
  page,
  sandboxUrl,
  ann,
}: {
  page: Page
  sandboxUrl: string
  ann: Staff
}): Promise<{ phone: Inspector; tab: ConversationTab }> {
  const phone = new Inspector({ page, sandboxUrl })
  await phone.open()
  await phone.takesPhone(/7766|Maria/)
  const tab = new ConversationTab({ page: ann.page, contact: maria })
  await tab.open()
  return { phone, tab }
}

story.describe('over Whatomate', { tag: '@deep' }, () => {
  story.use({ crm: { crmApi: 'whatomate', crmKey: `whm_${'0'.repeat(32)}`, hasWebhooks: true } })

  story(
    'everything that a customer sends is in the conversation, at once and when it is opened again',
    { tag: ['@conversation', '@media', '@sendMessage'] },
    async ({ demo, customer, logIn, page }) => {
      await customer.writes('Good morning')
      const ann = await logIn('Ann Reyes')
      const { phone, tab } = await openBoth({ page, sandboxUrl: demo.sandbox.url, ann })
      await tab.writes('Which lamps do you mean?')
      await expect(phone.message('Which lamps do you mean?')).toBeVisible()

      await phone.acts({ text: 'Which lamps do you mean?', action: 'Reply as the customer' })
      await phone.writes('Those in the hall')
      await expect(tab.quoteIn('Those in the hall')).toHaveText('Which lamps do you mean?')
      await phone.acts({ text: 'Which lamps do you mean?', action: 'React as the customer' })
      await phone.attaches('Sample photo')
      await phone.attaches('Sample voice message')
      await phone.sendsFile(files.film)
      await phone.sendsFile(files.plan)
      await phone.attaches('Location')
      await phone.attaches('Contact card')
      await phone.attaches('Missed call')
      await phone.attaches('Something no API can show')

      for (const time of ['as they come', 'opened again']) {
        if (time === 'opened again') {
          await ann.page.reload()
          await ann.page.getByRole('button', { name: 'Conversation' }).click()
          const reply = tab.message('Which lamps do you mean?').first()
          await expect(reply.getByRole('list', { name: 'Reactions' })).toHaveText('👍')
        }
        await expect(tab.log.getByRole('img', { name: 'photo.jpg' })).toHaveJSProperty('naturalWidth', 640)
        await expect(tab.log.getByRole('group', { name: 'Voice message' })).toBeVisible()
        await expect(tab.log.getByLabel('film.mp4')).toBeVisible()
        await expect(tab.log.getByRole('link', { name: 'plan.pdf' })).toBeVisible()
        await expect(tab.message('Harbour Café')).toContainText('Location')
        await expect(tab.message('Greta Lind')).toContainText('Contact')
        await expect(tab.message('Missed call')).toBeVisible()
        await expect(tab.message('This kind of message can only be seen in the messenger.')).toBeVisible()
        await expect(tab.log.getByRole('article')).toHaveCount(11)
      }
      await expect(tab.log.getByRole('button', { name: /React/ })).toHaveCount(0) // Whatomate’s document has no such endpoint.
    },
  )

  story(
    'everything that a user sends from the conversation reaches the customer',
    { tag: ['@conversation', '@sendMessage', '@uploadFile', '@media', '@templates'] },
    async ({ demo, customer, logIn, page }) => {
      await customer.writes('Good morning')
      const ann = await logIn('Ann Reyes')
      const { phone, tab } = await openBoth({ page, sandboxUrl: demo.sandbox.url, ann })
      const isThere = (text: string) =>
        expect(tab.message(text).getByRole('img', { name: /Delivered|Read/ })).toBeVisible()

      await tab.writes('Here are the lamps')
      await isThere('Here are the lamps')
      await tab.attaches(files.photo)
      await tab.field.fill('The small one')
      await tab.sends()
      await isThere('The small one')
      await expect(tab.message('The small one').getByRole('img', { name: 'lamp.png' })).toHaveJSProperty(
        'naturalWidth',
        12,
      )
      await expect(phone.message('The small one').getByRole('img', { name: 'lamp.png' })).toHaveJSProperty(
        'naturalWidth',
        12,
      )

      await tab.attaches(files.sound)
      await tab.field.fill('Listen to this')
      await expect(ann.page.getByText('The file and the text are two messages.')).toBeVisible()
      await tab.sends()
      await isThere('Listen to this')
      await expect(phone.messages.getByRole('group', { name: 'Voice message' })).toBeVisible()
      for (const file of [files.film, files.plan]) {
        await tab.attaches(file)
        await tab.sends()
        await expect(phone.messages.getByText(file.name).or(phone.messages.getByLabel(file.name)).first()).toBeVisible()
      }
      await expect(tab.log.getByRole('link', { name: 'plan.pdf' })).toBeVisible()

      const message = new MessageDialog(ann.page)
      await message.sendsTemplateFrom(ann.page.getByRole('region', { name: 'Conversation' }), {
        name: 'order_shipped',
        values: { 'Text, {{name}}': 'Maria', 'Text, {{order_id}}': '4711', 'Button link, {{1}}': '4711' },
      })
      await isThere('Maria, your order 4711 is on its way.')
      await expect(tab.message('Maria, your order 4711')).toContainText('Track it')
      await expect(phone.message('Maria, your order 4711').getByRole('link', { name: 'Track it' })).toHaveAttribute(
        'href',
        'https://example.com/track/4711',
      )
      await expect.poll(customer.reads).toEqual([
        'Good morning',
        'Here are the lamps',
        'The small one',
        null, // The song, and then the film and the plan.
        'Listen to this',
        null,
        null,
        'Maria, your order 4711 is on its way.',
      ])
    },
  )

  story(
    'files, buttons, lists, links and templates go out from “Send a message” after a reply, and the customer answers them',
    { tag: ['@sendMessage', '@uploadFile', '@templates', '@conversation'] },
    async ({ demo, customer, logIn, page }) => {
      await customer.writes('Good morning')
      const ann = await logIn('Ann Reyes')
      const { phone, tab } = await openBoth({ page, sandboxUrl: demo.sandbox.url, ann })
      await tab.writes('One moment')
      await expect(tab.message('One moment').getByRole('img', { name: /Delivered|Read/ })).toBeVisible()

      const message = new MessageDialog(ann.page)
      await message.open()
      const isThere = (text: string) => expect(message.sent(text)).toContainText(/Delivered|Read/)
      await message.attaches(files.photo)
      await message.writes('The small one')
      await message.sends()
      await isThere('The small one')
      await message.writes('Shall we come today?')
      await message.addsButtons({ buttons: [{ text: 'Yes, please' }, { text: 'Tomorrow' }] })
      await message.sends()
      await isThere('Shall we come today?')
      await message.writes('Which size?')
      const sizes = ['Small', 'Medium', 'Large', 'Extra large']
      await message.addsButtons({ kind: 'List to choose from', buttons: sizes.map((text) => ({ text })) })
      await message.sends()
      await isThere('Which size?')
      await message.writes('All lamps')
      await message.addsButtons({
        kind: 'Button with a link',
        buttons: [{ text: 'See the shop', link: 'https://shop.example/lamps' }],
      })
      await message.sends()
      await isThere('All lamps')
      await message.sendsTemplate({
        name: 'order_confirmation',
        values: { 'Text, {{name}}': 'Maria', 'Text, {{order_id}}': '4711' },
      })
      await isThere('Hello Maria, your order 4711 is ready.')
      await message.sendsTemplate({
        name: 'delivery_time',
        values: { 'Text, {{1}}': 'Maria', 'Text, {{2}}': 'Monday' },
      })
      await isThere('Hello Maria, we come on Monday.')
      await message.close()

      await phone.message('Shall we come today?').getByRole('button', { name: 'Yes, please' }).click()
      await phone.message('Which size?').getByRole('button', { name: 'Medium' }).click()
      for (const [answer, question] of [
        ['Yes, please', 'Shall we come today?'],
        ['Medium', 'Which size?'],
      ] as const)
        await expect(tab.quoteIn(answer)).toHaveText(question)
      await expect(tab.message('Which size?').first().getByRole('list', { name: 'Buttons' })).toContainText(
        'Extra large',
      )
      await expect(tab.message('All lamps')).toContainText('See the shop')
      await expect(phone.message('All lamps').getByRole('link', { name: 'See the shop' })).toHaveAttribute(
        'href',
        'https://shop.example/lamps',
      )
      await expect
        .poll(customer.reads)
        .toEqual([
          'Good morning',
          'One moment',
          'The small one',
          'Shall we come today?',
          'Which size?',
          'All lamps',
          'Hello Maria, your order 4711 is ready.',
          'Hello Maria, we come on Monday.',
          'Yes, please',
          'Medium',
        ])
    },
  )
})
