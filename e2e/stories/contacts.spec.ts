import { expect } from '@playwright/test'
import { endSessionBefore } from '../endSession.ts'
import { ContactsPage } from '../pages/ContactsPage.ts'
import { story } from '../story.ts'
import { violations } from '../violations.ts'

story('a sales person imports a file of 500 contacts, of which two have problems', async ({ logIn }) => {
  const { page } = await logIn('Ann Reyes')
  const contacts = new ContactsPage(page)
  const rows = Array.from(
    { length: 498 },
    (_, index) => `Guest ${index};+4477008${String(index).padStart(5, '0')};Moss`,
  )
  await contacts.choosesFile(['Who;Phone;Company', ...rows, ';+447700990001;', 'Kate;12;'].join('\n'))
  await contacts.importer.getByRole('combobox', { name: 'Field for “Who”' }).selectOption({ label: 'Name' })
  await expect(contacts.importer.getByText('498 rows can be added')).toBeVisible()
  await expect(contacts.importer.getByText('2 rows have problems and are left out')).toBeVisible()
  await expect(contacts.importer.getByRole('row').nth(1)).toContainText('Name is missing.')
  expect(await violations(page.mainFrame())).toEqual([])

  await contacts.importer.getByRole('button', { name: 'Add 498 contacts' }).click()
  await expect(contacts.importer.getByText('Added 498 contacts')).toBeVisible()
  await contacts.importer.getByRole('button', { name: 'Done' }).click()
  await contacts.searches('+44 7700 800497')
  await expect(contacts.row('Guest 497')).toBeVisible()
})

story('contacts that were deleted together come back with one click', async ({ logIn }) => {
  const { page } = await logIn('Ann Reyes')
  const contacts = new ContactsPage(page)
  await contacts.selects('Maria Lindqvist')
  await contacts.selects('Jonas Weber')
  await contacts.deletes()
  await expect(contacts.row('Maria Lindqvist')).toHaveCount(0)
  await expect(contacts.notice).toContainText('Deleted 2 contacts')

  await contacts.undoes()
  await expect(contacts.row('Maria Lindqvist')).toBeVisible()
  await expect(contacts.row('Jonas Weber')).toBeVisible()
})

story('a session that ends while a contact is written says so, and what was written stays', async ({ logIn }) => {
  const ann = await logIn('Ann Reyes')
  const contacts = new ContactsPage(ann.page)
  await contacts.beginsContact()
  await contacts.writesField('Name', 'Kate Moss')
  await contacts.writesField('Company', 'Moss Ltd')
  await endSessionBefore(ann.page, /\/api\/contacts$/)
  await contacts.form.getByRole('button', { name: 'Add contact' }).click()

  await expect(ann.page.getByRole('alert').filter({ hasText: 'You were signed out' })).toBeVisible()
  await ann.page.unrouteAll()
  await ann.page.getByRole('button', { name: 'Continue as Ann Reyes' }).click()
  await expect(contacts.field('Name')).toHaveValue('Kate Moss')
  await expect(contacts.field('Company')).toHaveValue('Moss Ltd')
  await contacts.form.getByRole('button', { name: 'Add contact' }).click()
  await expect(ann.page.getByRole('heading', { name: 'Kate Moss' })).toBeVisible()
})

story('a contact is edited in its place, and a task on its card is done and undone', async ({ logIn }) => {
  const ann = await logIn('Ann Reyes')
  const { page } = ann
  await ann.openContact('Maria Lindqvist')
  await page.getByRole('button', { name: 'Edit position' }).click()
  await page.getByRole('textbox', { name: 'Position' }).fill('Head of purchasing')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('definition').filter({ hasText: 'Head of purchasing' })).toBeVisible()

  await page.getByRole('tab', { name: 'Tasks' }).click()
  await page.getByRole('textbox', { name: 'New task' }).fill('Send the colors')
  await page.keyboard.press('Enter')
  const task = page.getByRole('checkbox', { name: 'Done: Send the colors' })
  await task.click()
  await expect(task).toBeChecked()
  await new ContactsPage(page).undoes()
  await expect(task).not.toBeChecked()
})

story.describe('with webhooks', () => {
  story.use({ crm: { hasWebhooks: true } })

  story('a stranger who writes becomes a contact with a deal', async ({ customer, logIn }) => {
    const ann = await logIn('Ann Reyes')
    await customer.other({ chatType: 'whatsapp', chatId: '447700900777' }).writes('Do you deliver to Leeds?')
    await ann.openChats()
    await ann.page.getByRole('button', { name: /^Add .+ as a contact$/ }).click()
    const form = ann.page.getByRole('dialog', { name: 'New contact from the chat' })
    await form.getByRole('textbox', { name: 'Name' }).fill('Olive Park')
    await form.getByRole('textbox', { name: 'Title of a first deal' }).fill('Desks for Leeds')
    await form.getByRole('button', { name: 'Add contact' }).click()
    await expect(ann.page.getByRole('heading', { name: 'Desks for Leeds', level: 1 })).toBeVisible()
    await ann.openContacts()
    await expect(new ContactsPage(ann.page).row('Olive Park')).toContainText('Do you deliver to Leeds?')
  })
})
