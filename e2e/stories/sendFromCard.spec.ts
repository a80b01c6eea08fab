import { expect, type Page } from '@playwright/test'
import { files } from '../fixtures/files.ts'
import { Inspector } from '../pages/Inspector.ts'
import { MessageDialog } from '../pages/MessageDialog.ts'
import type { Staff } from '../pages/Staff.ts'
import { bensCustomer, type StoryCrm, story } from '../story.ts'

const maria = 'Maria Lindqvist'
/** The sandbox's key of a Whatomate server. */
const whatomate: StoryCrm = { crmApi: 'whatomate' }

/** Opens a contact's card, and the message on it. */
async function openMessage(staff: Staff, contact: string): Promise<MessageDialog> {
  await staff.openContacts()
  await staff.page.getByRole('main').getByRole('link', { name: contact }).first().click()
  const message = new MessageDialog(staff.page)
  await message.open()
  return message
}

/** Opens the sandbox's pages beside the staff's browser. */
async function openInspector(page: Page, sandboxUrl: string): Promise<Inspector> {
  const inspector = new Inspector({ page, sandboxUrl })
  await inspector.open()
  return inspector
}

/** Takes up the phone of a customer. */
async function takePhone(inspector: Inspector, name: string | RegExp): Promise<void> {
  await inspector.openPanel('Chats page') // The phone stands beside it.
  await inspector.phone.getByRole('list', { name: 'Customers' }).getByRole('button', { name }).first().click()
}

const onPhone = (inspector: Inspector, text: string) =>
  inspector.phone.getByRole('log', { name: 'Messages on the phone' }).getByText(text, { exact: true })

story.describe('over Whatomate', { tag: '@deep' }, () => {
  story.use({ crm: whatomate })

  story(
    'a template with named values reaches a number that is new to the company',
    {
      tag: ['@sendMessage', '@templates'],
    },
    async ({ customer, logIn }) => {
      const message = await openMessage(await logIn('Ann Reyes'), maria)
      await message.choosesNumber({ messenger: 'WhatsApp', phone: '+49 (30) 901-820' })
      await expect(message.dialog).toContainText('gets a template first')
      await message.sendsTemplate({
        name: 'order_confirmation',
        values: { 'Text, {{name}}': 'Greta', 'Text, {{order_id}}': '4711' },
      })
      const text = 'Hello Greta, your order 4711 is ready.'
      await expect(message.sent(text)).toContainText('To +4930901820')
      await expect(message.sent(text)).toContainText(/Queued|Sent|Delivered/)
      await expect.poll(customer.other({ chatType: 'whatsapp', chatId: '4930901820' }).reads).toEqual([text])
    },
  )

  story(
    'a customer chooses from a list in WhatsApp',
    {
      tag: ['@sendMessage'],
    },
    async ({ demo, customer, logIn, page }) => {
      await customer.writes('Do you have the lamps?')
      const message = await openMessage(await logIn('Ann Reyes'), maria)
      await message.writes('Which size shall we bring?')
      const sizes = ['Small', 'Medium', 'Large', 'Extra large']
      await message.addsButtons({ kind: 'List to choose from', buttons: sizes.map((text) => ({ text })) })
      await message.sends()
      await expect(message.sent('Which size shall we bring?')).toContainText(/Queued|Sent|Delivered/)
      const inspector = await openInspector(page, demo.sandbox.url)
      await takePhone(inspector, /7766|Maria/)
      await inspector.phone.getByRole('button', { name: 'Medium' }).click()
      await expect.poll(customer.reads).toEqual(['Do you have the lamps?', 'Which size shall we bring?', 'Medium'])
    },
  )
})

story(
  'a message that failed is sent again, and arrives once',
  {
    tag: ['@sendMessage'],
  },
  async ({ demo, customer, logIn, page }) => {
    await customer.writes('Hello')
    const inspector = await openInspector(page, demo.sandbox.url)
    await inspector.addsFault({ operation: 'wazzup-v2.sendMessage', status: 503 })
    const message = await openMessage(await logIn('Ann Reyes'), maria)
    await message.writes('Your lamps are here.')
    await message.sends()
    await expect(message.sent('Your lamps are here.').getByRole('alert')).toContainText('Not sent.')
    await inspector.removesFaults()
    await message.retries()
    await expect(message.sent('Your lamps are here.')).toContainText('Queued')
    const requests = await inspector.rows('Requests')
    await expect(requests.filter({ hasText: '/v2/send_message' })).toHaveCount(2)
    await takePhone(inspector, /7766|Maria/)
    await expect(onPhone(inspector, 'Your lamps are here.')).toHaveCount(1)
  },
)

story(
  'nobody repeats a message whose outcome is unknown but the user',
  {
    tag: ['@sendMessage', '@deep'],
  },
  async ({ demo, customer, request, logIn, page }) => {
    await customer.writes('Hello')
    await request.post(`${demo.sandbox.url}/_sandbox/faults`, {
      data: { operation: 'wazzup-v2.sendMessage', fault: { kind: 'reset', acted: true }, times: 1 },
    })
    const message = await openMessage(await logIn('Ann Reyes'), maria)
    await message.writes('Your lamps are here.')
    await message.sends()
    const sent = message.sent('Your lamps are here.')
    await expect(sent.getByRole('alert')).toContainText('Could not confirm that it was sent.')
    const inspector = await openInspector(page, demo.sandbox.url)
    const requests = (await inspector.rows('Requests')).filter({ hasText: '/v2/send_message' })
    await expect(requests).toHaveCount(1)
    await takePhone(inspector, /7766|Maria/)
    await expect(onPhone(inspector, 'Your lamps are here.')).toHaveCount(1) // It had arrived, which nobody could know.
    await message.sendsAgain()
    await expect(sent).toContainText('Queued')
    await expect(onPhone(inspector, 'Your lamps are here.')).toHaveCount(2)
  },
)

story.describe('with webhooks', { tag: '@deep' }, () => {
  story.use({ crm: { hasWebhooks: true } })

  story(
    'a message to a number that is nobody’s contact arrives, or says why it does not',
    {
      tag: ['@sendMessage'],
    },
    async ({ customer, logIn }) => {
      const message = await openMessage(await logIn('Ann Reyes'), maria)
      await message.choosesNumber({ messenger: 'WhatsApp', phone: '+49 (30) 901-820' })
      await message.writes('Hello Greta')
      await message.sends()
      await expect(message.sent('Hello Greta')).toContainText('Delivered')
      await expect.poll(customer.other({ chatType: 'whatsapp', chatId: '4930901820' }).reads).toEqual(['Hello Greta'])
      await message.choosesNumber({ messenger: 'WhatsApp', phone: '+999 123 456 789' })
      await message.writes('Hello nobody')
      await message.sends()
      await expect(message.sent('Hello nobody').getByRole('alert')).toContainText('The customer has no account')
    },
  )
})

story.describe('over API v3', () => {
  story.use({ crm: { crmApi: 'wazzup-v3' } })

  story(
    'a photo goes from the card to a customer, and the text after it',
    {
      tag: ['@sendMessage', '@uploadFile'],
    },
    async ({ demo, customer, logIn, page }) => {
      await customer.writes('Which one?')
      const message = await openMessage(await logIn('Ann Reyes'), maria)
      await message.attaches(files.photo)
      await message.writes('The small one')
      await expect(message.dialog).toContainText('The file and the text are two messages.')
      await message.sends()
      await expect(message.sent('lamp.png')).toContainText('Queued')
      await expect(message.sent('The small one')).toContainText('Queued')
      const inspector = await openInspector(page, demo.sandbox.url)
      await takePhone(inspector, /7766|Maria/)
      await expect(inspector.messages.getByRole('link', { name: /lamp\.png/ })).toBeVisible()
      await expect(inspector.messages.getByRole('article')).toHaveCount(3)
    },
  )

  story(
    'a customer presses a button under a message in Telegram',
    {
      tag: ['@sendMessage', '@deep'],
    },
    async ({ demo, customer, logIn, page }) => {
      const david = customer.other(bensCustomer)
      await david.writes('When do you come?')
      const message = await openMessage(await logIn('Ben Okafor'), 'David')
      await message.writes('Shall we come today?')
      await message.addsButtons({ buttons: [{ text: 'Yes, please', value: 'today' }, { text: 'Tomorrow' }] })
      await message.sends()
      await expect(message.sent('Shall we come today?')).toContainText('Queued')
      const inspector = await openInspector(page, demo.sandbox.url)
      await takePhone(inspector, /55501234|David/)
      await inspector.phone.getByRole('button', { name: 'Yes, please' }).click()
      await expect.poll(david.reads).toEqual(['When do you come?', 'Shall we come today?', 'Yes, please'])
    },
  )

  story(
    'a customer presses a colored button in MAX',
    {
      tag: ['@sendMessage', '@deep'],
    },
    async ({ demo, customer, request, logIn, page }) => {
      await request.post(`${demo.sandbox.url}/_sandbox/channels`, {
        data: { transport: 'maxbot', plainId: 'shop_bot' },
      })
      const message = await openMessage(await logIn('Ann Reyes'), maria)
      await message.choosesRecipient('MAX · +79998887766')
      await message.writes('Do the lamps fit?')
      await message.addsButtons({
        buttons: [
          { text: 'They do', color: 'Positive' },
          { text: 'They do not', color: 'Negative' },
        ],
      })
      await message.sends()
      await expect(message.sent('Do the lamps fit?')).toContainText('Queued')
      const inspector = await openInspector(page, demo.sandbox.url)
      await takePhone(inspector, /MAX|7766/)
      await inspector.phone.getByRole('button', { name: 'They do', exact: true }).click()
      await expect(onPhone(inspector, 'They do')).toHaveCount(2)
      expect(customer.chat.chatId).toBe('79998887766')
    },
  )
})
