import { expect as expectSoon, type Locator, type Page } from '@playwright/test'

const expect = expectSoon.configure({ timeout: 20_000 })

/** A page of the CRM, and what a user does there, step by step. Each step ends when its result is on the screen. */
export interface Story {
  path: string
  /** An element that is there as soon as the page can be used. */
  ready: (page: Page) => Locator
  steps: Record<string, (page: Page) => Promise<void>>
}

const rows = (page: Page): Locator => page.getByRole('main').getByRole('table').getByRole('link')
const navigation = (page: Page): Locator => page.getByRole('navigation', { name: 'Main' })
const dialog = (page: Page): Locator => page.getByRole('dialog')

/** Steps that users take all day. */
export const stories: Story[] = [
  {
    path: '/contacts',
    ready: (page) => rows(page).first(),
    steps: {
      'type in the search': async (page) => {
        const search = page.getByRole('searchbox', { name: 'Search contacts' })
        await search.pressSequentially('Skargarden', { delay: 80 })
        await expect(page.getByRole('row', { name: 'Hotel Skärgården' }).first()).toBeVisible()
      },
      'clear the filters': async (page) => {
        await page.getByRole('button', { name: 'Clear filters' }).click()
        await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', /^\d{4,}$/)
      },
      'sort by name': async (page) => {
        await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
        await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
      },
      'open a dialog': async (page) => {
        await page.getByRole('button', { name: 'New contact' }).click()
        await expect(dialog(page)).toBeVisible()
      },
      'close a dialog': async (page) => {
        await page.keyboard.press('Escape')
        await expect(dialog(page)).toBeHidden()
      },
      'open the tasks': async (page) => {
        await navigation(page).getByRole('link', { name: 'Tasks' }).click()
        await expect(page.getByRole('heading', { name: 'Tasks' })).toBeVisible()
      },
      'open the contacts': async (page) => {
        await navigation(page).getByRole('link', { name: 'Contacts' }).click()
        await expect(rows(page).first()).toBeVisible()
      },
    },
  },
  {
    path: '/contacts?search=Maria+Lindqvist',
    ready: (page) => rows(page).getByText('Maria Lindqvist'),
    steps: {
      'open a card': async (page) => {
        await rows(page).getByText('Maria Lindqvist').first().click()
        await expect(page.getByRole('tablist')).toBeVisible()
      },
      'switch a tab of a card': async (page) => {
        await page.getByRole('tab', { name: 'Notes' }).click()
        await expect(page.getByRole('tab', { name: 'Notes' })).toHaveAttribute('aria-selected', 'true')
      },
    },
  },
  {
    path: '/tasks?ownerId=all',
    ready: (page) => page.getByRole('main').getByRole('checkbox').first(),
    steps: {
      'tick a task': async (page) => {
        const boxes = page.getByRole('main').getByRole('checkbox')
        const count = await boxes.count()
        await boxes.last().click()
        await expect(boxes).not.toHaveCount(count)
      },
    },
  },
  {
    path: '/deals',
    ready: (page) => page.locator('[data-deal]').first(),
    steps: {
      'move a deal by keyboard': async (page) => {
        const card = page.locator('[data-deal]').first()
        const id = await card.getAttribute('data-deal')
        await card.getByRole('link').first().focus()
        for (const key of ['Space', 'ArrowRight', 'Space']) {
          await page.keyboard.press(key)
          await page.waitForTimeout(150)
        }
        const next = page.getByRole('main').getByRole('list').nth(1)
        await expect(next.locator(`[data-deal="${id}"]`)).toBeVisible()
      },
    },
  },
]
