import { expect } from '@playwright/test'
import { story } from '../story.ts'

story(
  'a customer writes, the badge rises, staff read and answer, and the customer has the answer',
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

    await chat.answer('Yes, come by any time today.')
    await expect(chat.thread).toContainText('Yes, come by any time today.')
    await expect(ann.badge).toBeHidden()
    await expect.poll(() => customer.reads()).toContain('Yes, come by any time today.')
  },
)

story('a window that stays open shows what the customer writes next', async ({ customer, logIn }) => {
  const ann = await logIn('Ann Reyes')
  await customer.writes('First')
  const chat = await ann.openContact('Maria Lindqvist')
  await expect(chat.thread).toContainText('First')

  await customer.writes('Second')
  await expect(chat.thread).toContainText('Second')
  await expect(ann.badgeNumber).toHaveText('2')
})
