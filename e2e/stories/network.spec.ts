import { expect } from '@playwright/test'
import { endSessionBefore } from '../endSession.ts'
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

story(
  'a session that ends while a message is written says so, and the message goes out once after the login',
  { tag: ['@conversation', '@sendMessage'] },
  async ({ customer, logIn }) => {
    const ann = await logIn('Ann Reyes')
    const tab = new ConversationTab({ page: ann.page, contact: 'Maria Lindqvist' })
    await tab.open()
    await customer.writes('Can I come today?')
    await expect(tab.message('Can I come today?')).toBeVisible()
    await tab.field.fill('Yes, until six.')
    await endSessionBefore(ann.page, /\/chat\/messages$/)
    await ann.page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(ann.page.getByRole('alert').filter({ hasText: 'You were signed out' })).toBeVisible()

    await ann.page.unrouteAll()
    await ann.continuesAs('Ann Reyes')
    await ann.page.getByRole('button', { name: 'Conversation' }).click()
    await expect(tab.message('Can I come today?')).toBeVisible()
    await tab.log.getByRole('button', { name: 'Retry' }).click()
    await expect(tab.message('Yes, until six.').getByRole('img', { name: 'Delivered' })).toBeVisible()
    expect(await customer.reads()).toEqual(['Can I come today?', 'Yes, until six.'])
  },
)
