import { expect } from '@playwright/test'
import { story } from '../story.ts'

story(
  'a customer writes, the badge counts up, staff read and reply, and the customer gets the reply',
  { tag: ['@window', '@events'] },
  async ({ customer, logIn }) => {
    const ann = await logIn('Ann Reyes')
    await expect(ann.badge).toBeHidden()

    await customer.writes('Hello! Is my order ready?')
    await expect(ann.badgeNumber).toHaveText('1')

    await customer.writes('It is the blue one.')
    await expect(ann.badgeNumber).toHaveText('2')

    const chat = await ann.openContact('Maria Lindqvist')
    await expect(chat.thread).toContainText('It is the blue one.')
    await expect(ann.badgeNumber).toHaveText('2')

    await chat.reply('Yes, come by any time today.')
    await expect(chat.thread).toContainText('Yes, come by any time today.')
    await expect(ann.badge).toBeHidden()
    await expect.poll(() => customer.reads()).toContain('Yes, come by any time today.')
  },
)

story('an open chat window shows new messages of the customer', async ({ customer, logIn }) => {
  const ann = await logIn('Ann Reyes')
  await customer.writes('First')
  const chat = await ann.openContact('Maria Lindqvist')
  await expect(chat.thread).toContainText('First')

  await customer.writes('Second')
  await expect(chat.thread).toContainText('Second')
  await expect(ann.badgeNumber).toHaveText('2')
})
