import { expect, type Page } from '@playwright/test'
import { press, reach } from '../keyboard.ts'
import { ConversationTab } from '../pages/ConversationTab.ts'
import { Inspector } from '../pages/Inspector.ts'
import { noteOperations, story } from '../story.ts'

const maria = 'Maria Lindqvist'

async function openInspector(page: Page, sandboxUrl: string): Promise<Inspector> {
  const inspector = new Inspector({ page, sandboxUrl })
  await inspector.open()
  return inspector
}

/** Lets time pass at the vendor. */
async function letPass(inspector: Inspector, step: string): Promise<void> {
  await inspector.openPanel('Clock')
  await inspector.page.getByRole('region', { name: 'Advance by' }).getByRole('button', { name: step }).click()
}

story.describe('over Wazzup', () => {
  story.use({ crm: { crmApi: 'wazzup-v3', hasWebhooks: true } })

  story(
    'a message is edited within 15 minutes, and refused with its reason after them',
    { tag: ['@editMessage', '@sendMessage', '@conversation', '@channels'] },
    async ({ demo, customer, logIn, page }) => {
      await customer.writes('Is it ready?')
      const ann = await logIn('Ann Reyes')
      const tab = new ConversationTab({ page: ann.page, contact: maria })
      await tab.open()
      await tab.writes('Yes, at noone.')
      await expect(tab.message('Yes, at noone.').getByRole('img', { name: 'Delivered' })).toBeVisible()
      await tab.edits('Yes, at noone.')
      await tab.saves('Yes, at noon.')
      await expect(tab.message('Yes, at noon.')).toContainText('edited')
      await expect.poll(customer.reads).toContain('Yes, at noon.')
      const inspector = await openInspector(page, demo.sandbox.url)
      await letPass(inspector, '15 minutes')
      await letPass(inspector, '1 minute')
      await tab.edits('Yes, at noon.')
      await tab.saves('Yes, at six.')
      await expect(tab.page.getByText('It is too late to edit this message.')).toBeVisible()
      await expect(tab.field).toHaveValue('Yes, at six.')
      expect(await customer.reads()).toEqual(['Is it ready?', 'Yes, at noon.'])
    },
  )

  story(
    'a message is deleted for the customer too, and keeps its place',
    { tag: ['@deleteMessage', '@deep'] },
    async ({ demo, customer, logIn, page }) => {
      const ann = await logIn('Ann Reyes')
      const tab = new ConversationTab({ page: ann.page, contact: maria })
      await tab.open()
      await customer.writes('Hello')
      await tab.writes('Meant for somebody else')
      await tab.writes('Hello Maria')
      await expect(tab.message('Hello Maria').getByRole('img', { name: 'Delivered' })).toBeVisible()
      await tab.deletes('Meant for somebody else')
      await expect(tab.log.getByRole('article').nth(1)).toContainText('Message deleted')
      await expect(tab.log.getByText('Meant for somebody else')).toBeHidden()
      const inspector = await openInspector(page, demo.sandbox.url)
      await inspector.phone.getByRole('list', { name: 'Customers' }).getByRole('button').first().click()
      await expect(inspector.phone.getByText('Hello Maria')).toBeVisible()
      await expect(inspector.phone.getByText('Meant for somebody else')).toBeHidden()
    },
  )

  story(
    'a day with the keyboard alone: from the login to a reply, a search and an edit',
    { tag: ['@searchConversation', '@readConversation', '@editMessage', '@deep'] },
    async ({ demo, customer, browser }) => {
      const context = await browser.newContext()
      noteOperations(context)
      const page = await context.newPage()
      const tab = new ConversationTab({ page, contact: maria })
      await page.goto(demo.crm.url)
      await press(page.getByRole('button', { name: 'Continue as Ann Reyes' }))
      await press(page.getByRole('navigation').getByRole('link', { name: 'Contacts' }))
      await press(page.getByRole('main').getByRole('link', { name: maria }).first())
      await press(page.getByRole('button', { name: 'Conversation' }))
      for (const text of ['The lamps arrived.', 'One is green.', 'Can you swap it?']) await customer.writes(text)
      await expect(tab.message('Can you swap it?')).toBeVisible()
      await reach(tab.field)
      await page.keyboard.type('Of corse.')
      await page.keyboard.press('Enter')
      await expect(tab.message('Of corse.').getByRole('img', { name: 'Delivered' })).toBeVisible()
      await reach(page.getByRole('searchbox', { name: 'Search messages' }), 'Shift+Tab')
      await page.keyboard.type('green')
      await expect(page.getByRole('search').getByRole('button', { name: 'One is green.' })).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(tab.message('One is green.')).toBeFocused()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await expect(tab.message('Of corse.')).toBeFocused()
      await press(tab.message('Of corse.').getByRole('button', { name: 'Edit' }))
      await expect(tab.field).toBeFocused()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('Of course.')
      await page.keyboard.press('Enter')
      await expect(tab.message('Of course.')).toContainText('edited')
      await expect
        .poll(customer.reads)
        .toEqual(['The lamps arrived.', 'One is green.', 'Can you swap it?', 'Of course.'])
      await context.close()
    },
  )
})

story.describe('over Whatomate', () => {
  story.use({ crm: { crmApi: 'whatomate', hasWebhooks: true } })

  story(
    'a conversation has the texts and files of the customer, and a reply with its delivery',
    { tag: ['@conversation', '@media', '@sendMessage', '@readConversation'] },
    async ({ demo, customer, logIn, page }) => {
      await customer.writes('Good morning')
      const ann = await logIn('Ann Reyes')
      const tab = new ConversationTab({ page: ann.page, contact: maria })
      await tab.open()
      const inspector = await openInspector(page, demo.sandbox.url)
      await inspector.phone.getByRole('list', { name: 'Customers' }).getByRole('button').first().click()
      const attach = inspector.phone.getByRole('button', { name: 'Attach' })
      await attach.click()
      await inspector.phone.getByRole('button', { name: 'Sample photo' }).click()
      await expect(tab.log.getByRole('img', { name: /photo/ })).toBeVisible()
      await expect
        .poll(() =>
          tab.log.getByRole('img', { name: /photo/ }).evaluate((picture: HTMLImageElement) => picture.naturalWidth),
        )
        .toBe(640)
      await attach.click()
      await inspector.phone.getByRole('button', { name: 'Sample voice message' }).click()
      await expect(tab.log.getByRole('group', { name: 'Voice message' })).toBeVisible()
      for (const [name, mimeType] of [
        ['plan.pdf', 'application/pdf'],
        ['film.mp4', 'video/mp4'],
      ] as const) {
        await inspector.phone
          .getByLabel('File to send')
          .setInputFiles({ name, mimeType, buffer: Buffer.from('%PDF-1.4 a file') })
        await expect(
          tab.log
            .getByRole('article')
            .filter({ has: ann.page.locator('video, .cc-file') })
            .last(),
        ).toBeVisible()
      }
      await expect(tab.log.getByRole('link', { name: 'plan.pdf' })).toBeVisible()

      await tab.writes('Thank you')
      await expect(tab.message('Thank you').getByRole('img', { name: /Sent|Delivered|Read/ })).toBeVisible()
    },
  )
})
