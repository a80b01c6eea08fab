import { expect } from '@playwright/test'
import { annsCustomer, bensCustomer, story } from '../story.ts'

story('two members of staff in two browsers each see only their own chats', async ({ customer, logIn }) => {
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

story('a request for the chat of another user’s contact is rejected', async ({ logIn }) => {
  const ben = await logIn('Ben Okafor')
  const response = await ben.requestsWindow({ scope: 'card', chats: [annsCustomer] })
  expect(response.status).toBe(403)
  expect(response.body).toMatchObject({ error: { code: 'forbidden' } })
})

story('a request that names another user is rejected, and the session stays the same', async ({ customer, logIn }) => {
  await customer.writes('A question for Ann')
  const ben = await logIn('Ben Okafor')
  const response = await ben.requestsWindow({ scope: 'global', user: { id: 'ann', name: 'Ann Reyes' } })
  expect(response.status).toBe(400)
  expect(response.body).toMatchObject({ error: { code: 'invalid_request', message: expect.stringContaining('user') } })
  await expect(ben.badge).toBeHidden()
})
