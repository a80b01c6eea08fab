import { expect } from '@playwright/test'
import { ContactsPage } from '../pages/ContactsPage.ts'
import { Inspector } from '../pages/Inspector.ts'
import { story } from '../story.ts'

story.describe('over API v3', () => {
  story.use({ crm: { crmApi: 'wazzup-v3' } })

  story('a change of the role at the vendor changes the badge', async ({ customer, demo, logIn, page }) => {
    await customer.writes('Is anybody there?')
    const ann = await logIn('Ann Reyes')
    await expect(ann.badgeNumber).toHaveText('1')
    await expect(ann.badge).toHaveAttribute('data-tone', 'red')
    const vendor = new Inspector({ page, sandboxUrl: demo.sandbox.url })
    await vendor.open()

    await vendor.changesRole({ name: 'Ann Reyes', role: 'Auditor' })
    await expect(ann.badge).toHaveAttribute('data-tone', 'grey')
    await expect(ann.badgeNumber).toHaveText('1')
    await vendor.changesRole({ name: 'Ann Reyes', role: 'None' })
    await expect(ann.badge).toBeHidden()
    await vendor.changesRole({ name: 'Ann Reyes', role: 'Seller' })
    await expect(ann.badge).toHaveAttribute('data-tone', 'red')
  })
})

story('a manager gives a contact to somebody else, and the badge goes with it', async ({ customer, logIn }) => {
  const ann = await logIn('Ann Reyes')
  const contacts = new ContactsPage(ann.page)
  await contacts.beginsContact()
  await contacts.writesField('Name', 'Olive Park')
  await contacts.writesField('Phone', '+44 7700 900777')
  await contacts.form.getByRole('button', { name: 'Add contact' }).click()
  await expect(ann.page.getByRole('heading', { name: 'Olive Park', level: 1 })).toBeVisible()
  const ben = await logIn('Ben Okafor')
  const carla = await logIn('Carla Mendes')
  await customer.other({ chatType: 'whatsapp', chatId: '447700900777' }).writes('Who looks after me?')
  await expect(ann.badgeNumber).toHaveText('1')
  await expect(ben.badge).toBeHidden()

  await carla.openContact('Olive Park')
  await carla.page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Ben Okafor' })
  await expect(ben.badgeNumber).toHaveText('1')
  await expect(ann.badge).toBeHidden()
  const chat = await ben.openContact('Olive Park')
  await expect(chat.thread).toContainText('Who looks after me?')
  await ann.openContacts()
  await expect(contacts.row('Maria Lindqvist')).toBeVisible()
  await expect(contacts.row('Olive Park')).toHaveCount(0)
})

story('quality control sees everybody’s contacts, and changes none', async ({ logIn }) => {
  const ann = await logIn('Ann Reyes')
  const contacts = new ContactsPage(ann.page)
  await expect(contacts.row('Maria Lindqvist')).toBeVisible()
  await contacts.searches('David')
  await expect(ann.page.getByText('No contacts match')).toBeVisible()
  await ann.logOut()

  await ann.continuesAs('Dov Levi')
  await ann.openContacts()
  await contacts.searches('David')
  const ofBen = contacts.row('David')
  await expect(ofBen).toContainText('Ben Okafor')
  await expect(contacts.row('Maria Lindqvist')).toHaveCount(0)
  await expect(ofBen.getByRole('checkbox')).toHaveCount(0)
  await expect(ann.page.getByRole('button', { name: 'New contact' })).toHaveCount(0)
  await ofBen.getByRole('link').click()
  await expect(ann.page.getByRole('heading', { level: 1, name: 'David' })).toBeVisible()
  await expect(ann.page.getByRole('button', { name: /^Edit/ })).toHaveCount(0)
  await expect(ann.page.getByRole('button', { name: 'Send a message' })).toHaveCount(0)
})
