import { expect } from '@playwright/test'
import { ConversationTab } from '../pages/ConversationTab.ts'
import { story } from '../story.ts'

story.use({ crm: { hasWebhooks: true } })

// A real loss of the network, as short as it can be: it lasts until both sides have noticed it and written on.
story(
  'a browser that loses the network misses no message and sends what was written once it is back',
  { tag: ['@conversation', '@sendMessage', '@events'] },
  async ({ customer, logIn }) => {
    const ann = await logIn('Ann Reyes')
    const tab = new ConversationTab({ page: ann.page, contact: 'Maria Lindqvist' })
    await customer.writes('Are you there?')
    await tab.open()
    await expect(tab.message('Are you there?')).toBeVisible()
    await expect(ann.badgeNumber).toHaveText('1')

    await ann.page.context().setOffline(true)
    await expect(ann.page.getByText('You are offline.')).toBeVisible()
    for (const text of ['Hello?', 'The lamps are broken.', 'All of them.']) await customer.writes(text)
    await tab.field.fill('I am on my way.')
    await expect(tab.message('All of them.')).toHaveCount(0)
    await ann.page.context().setOffline(false)

    for (const text of ['Hello?', 'The lamps are broken.', 'All of them.'])
      await expect(tab.message(text)).toBeVisible()
    await expect(ann.badgeNumber).toHaveText('4')
    await expect(tab.field).toHaveValue('I am on my way.')
    await tab.sends()
    await expect(tab.message('I am on my way.').getByRole('img', { name: 'Delivered' })).toBeVisible()
    await expect(ann.badge).toBeHidden()
    await expect(tab.log.getByRole('article')).toHaveCount(5)
    expect(await customer.reads()).toEqual([
      'Are you there?',
      'Hello?',
      'The lamps are broken.',
      'All of them.',
      'I am on my way.',
    ])
  },
)
