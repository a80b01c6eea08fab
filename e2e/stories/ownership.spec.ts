import { expect } from '@playwright/test'
import { annsCustomer, bensCustomer, story } from '../story.ts'

story('two members of staff, two browsers: each sees only what is theirs', async ({ customer, logIn }) => {
  const ann = await logIn('Ann Reyes')
  const ben = await logIn('Ben Okafor')

  await customer.writes('A question for Ann')
  await expect(ann.badgeNumber).toHaveText('1')
  await customer.other(bensCustomer).writes('A question for Ben')
  await customer.other(bensCustomer).writes('And another one')
  await expect(ben.badgeNumber).toHaveText('2')
  await expect(ann.badgeNumber).toHaveText('1')

  const annsChats = await ann.openChats()
  const bensChats = await ben.openChats()
  await expect(annsChats.window).toContainText('A question for Ann')
  await expect(bensChats.window).toContainText('And another one')
  await expect(annsChats.window).not.toContainText(/for Ben|another one/)
  await expect(bensChats.window).not.toContainText('for Ann')
})

story('a browser that asks for the chat of another one’s contact is refused', async ({ logIn }) => {
  const ben = await logIn('Ben Okafor')
  const answer = await ben.asksForWindow({ scope: 'card', chats: [annsCustomer] })
  expect(answer.status).toBe(403)
  expect(answer.body).toMatchObject({ error: { code: 'forbidden' } })
})

story('a browser that names another user is refused, and stays who it is', async ({ customer, logIn }) => {
  await customer.writes('A question for Ann')
  const ben = await logIn('Ben Okafor')
  const answer = await ben.asksForWindow({ scope: 'global', user: { id: 'ann', name: 'Ann Reyes' } })
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({ error: { code: 'invalid_request', message: expect.stringContaining('user') } })
  await expect(ben.badge).toBeHidden()
})
