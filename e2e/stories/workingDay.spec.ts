import { expect, type Page } from '@playwright/test'
import { press, reach } from '../keyboard.ts'
import { ConversationTab } from '../pages/ConversationTab.ts'
import { DealsPage } from '../pages/DealsPage.ts'
import { noteOperations, story } from '../story.ts'

const maria = 'Maria Lindqvist'
const lamps = '48 bedside lamps, blue'

story.use({ crm: { hasWebhooks: true } })

story(
  'a working day with the keyboard alone: a reply, a note, a task, a deal that is won',
  { tag: ['@conversation', '@sendMessage'] },
  async ({ demo, customer, browser }) => {
    await customer.writes('We take the lamps.')
    const context = await browser.newContext()
    noteOperations(context)
    const page = await context.newPage()
    const { keyboard } = page
    const main = page.getByRole('main')
    await page.goto(demo.crm.url)
    await press(page.getByRole('button', { name: 'Continue as Ann Reyes' }))
    await expect(main.getByRole('link', { name: maria })).toBeVisible()

    await keyboard.press('ControlOrMeta+k')
    await keyboard.type('maria lind')
    await expect(page.getByRole('option', { name: maria }).first()).toHaveAttribute('aria-selected', 'true')
    await keyboard.press('Enter')
    const tab = new ConversationTab({ page, contact: maria })
    await press(page.getByRole('button', { name: 'Conversation' }))
    await expect(tab.message('We take the lamps.')).toBeVisible()
    await reach(tab.field)
    await keyboard.type('They come on Monday.')
    await keyboard.press('Enter')
    await expect(tab.message('They come on Monday.').getByRole('img', { name: 'Delivered' })).toBeVisible()

    await reach(page.getByRole('tab', { name: 'Activity' }), 'Shift+Tab')
    await keyboard.press('ArrowLeft')
    await expect(page.getByRole('tab', { name: 'Notes' })).toBeFocused()
    await reach(page.getByRole('textbox', { name: 'New note' }))
    await keyboard.type('Delivery on Monday')
    await keyboard.press('ControlOrMeta+Enter')
    await expect(page.getByRole('list', { name: 'Notes' })).toContainText('Delivery on Monday')
    await reach(page.getByRole('tab', { name: 'Notes' }), 'Shift+Tab')
    await keyboard.press('ArrowLeft')
    await reach(page.getByRole('textbox', { name: 'New task' }))
    await keyboard.type('Load the van')
    await keyboard.press('Enter')
    await expect(page.getByRole('checkbox', { name: 'Done: Load the van' })).toBeVisible()

    await press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Deals' }))
    const deals = new DealsPage(page)
    await expect(deals.stage('Negotiation').getByRole('link', { name: lamps })).toBeVisible()
    await reach(deals.card(lamps))
    await keyboard.press('Space')
    await expect(page.getByRole('status').filter({ hasText: 'Picked up' })).toHaveCount(1)
    await keyboard.press('ArrowRight')
    await expect(page.getByRole('status').filter({ hasText: 'Won, place' })).toHaveCount(1)
    await keyboard.press('Space')
    await expect(deals.stage('Won').getByRole('link', { name: lamps })).toBeFocused()
    await keyboard.press('Enter')
    await expect(main.getByRole('button', { name: 'Won' })).toHaveAttribute('aria-current', 'step')

    await press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tasks' }))
    await press(main.getByRole('button', { name: 'Edit task: Load the van' }))
    await expect(main.getByRole('textbox', { name: 'Title' })).toBeFocused()
    await keyboard.press('ControlOrMeta+a')
    await keyboard.type('Load both vans')
    await keyboard.press('Enter')
    const van = main.getByRole('checkbox', { name: 'Done: Load both vans' })
    await expect(main.getByRole('button', { name: 'Edit task: Load both vans' })).toBeFocused()
    await reach(van, 'Shift+Tab')
    await keyboard.press('Space')
    await expect(van).toHaveCount(0)
    await press(page.getByRole('banner').getByRole('button', { name: 'Ann Reyes' }))
    await press(page.getByRole('button', { name: 'Log out' }))
    await expect(page.getByRole('button', { name: 'Continue as Ann Reyes' })).toBeVisible()
    expect(await customer.reads()).toEqual(['We take the lamps.', 'They come on Monday.'])
    await context.close()
  },
)

story(
  'the same working day on a phone, by touch',
  { tag: ['@conversation', '@sendMessage'] },
  async ({ demo, customer, browser }) => {
    await customer.writes('We take the lamps.')
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    noteOperations(context)
    const page = await context.newPage()
    const main = page.getByRole('main')
    const navigation = page.getByRole('navigation', { name: 'Main' })
    await page.goto(demo.crm.url)
    await page.getByRole('button', { name: 'Continue as Ann Reyes' }).tap()
    await expect(main.getByRole('link', { name: maria })).toBeVisible()
    await expectToFit(page)

    await navigation.getByRole('link', { name: /^Chats/ }).tap()
    await main.getByRole('group', { name: 'Show' }).getByText('Waiting for a reply').tap()
    await main.getByRole('link', { name: `Open the card of ${maria}` }).tap()
    await page.getByRole('button', { name: 'Conversation' }).tap()
    const tab = new ConversationTab({ page, contact: maria })
    await expect(tab.message('We take the lamps.')).toBeVisible()
    await tab.field.tap()
    await page.keyboard.insertText('They come on Monday.')
    await page.getByRole('button', { name: 'Send', exact: true }).tap()
    await expect(tab.message('They come on Monday.').getByRole('img', { name: 'Delivered' })).toBeVisible()
    await expectToFit(page)

    await main.getByRole('group', { name: 'Show', exact: true }).getByText('Details').tap()
    await page.getByRole('tab', { name: 'Notes' }).tap()
    await page.getByRole('textbox', { name: 'New note' }).tap()
    await page.keyboard.insertText('Delivery on Monday')
    await page.getByRole('button', { name: 'Add note' }).tap()
    await expect(page.getByRole('list', { name: 'Notes' })).toContainText('Delivery on Monday')
    await page.getByRole('tab', { name: 'Tasks' }).tap()
    await page.getByRole('textbox', { name: 'New task' }).tap()
    await page.keyboard.insertText('Load the van')
    await page.getByRole('button', { name: 'Add task' }).tap()
    await expect(page.getByRole('checkbox', { name: 'Done: Load the van' })).toBeVisible()
    await expectToFit(page)

    await navigation.getByRole('link', { name: 'Deals' }).tap()
    const stages = main.getByRole('group', { name: 'Stage to show' })
    await stages.getByText('Negotiation').tap()
    const deals = new DealsPage(page)
    await expect(deals.card(lamps)).toBeVisible()
    await expectToFit(page)
    await page.getByRole('button', { name: new RegExp(`^Actions for .?${lamps}`) }).tap()
    await page.getByRole('menuitem', { name: 'Move to Won' }).tap()
    await expect(deals.card(lamps)).toHaveCount(0)
    await stages.getByText('Won').tap()
    await expect(deals.card(lamps)).toBeVisible()

    await navigation.getByRole('link', { name: 'Tasks' }).tap()
    const van = main.getByRole('checkbox', { name: 'Done: Load the van' })
    await van.tap()
    await expect(van).toHaveCount(0)
    await navigation.getByRole('button', { name: 'More' }).tap()
    await navigation.getByRole('link', { name: 'Companies' }).tap()
    await expect(page.getByRole('table', { name: 'Companies' })).toBeVisible()
    await expectToFit(page)
    await page.getByRole('banner').getByRole('button', { name: 'Ann Reyes' }).tap()
    await page.getByRole('button', { name: 'Log out' }).tap()
    await expect(page.getByRole('button', { name: 'Continue as Ann Reyes' })).toBeVisible()
    expect(await customer.reads()).toEqual(['We take the lamps.', 'They come on Monday.'])
    await context.close()
  },
)

/** Nothing is wider than the phone. */
async function expectToFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
}
