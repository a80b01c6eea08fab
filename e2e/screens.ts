import type { Page } from '@playwright/test'

/** A screen of the demo CRM. */
export interface Screen {
  name: string
  path: string
  /** The user who looks at it. @default 'ann' */
  userId?: 'ann' | 'erin' | null
  /** Brings the page into the state that the picture shows. */
  open?: (page: Page) => Promise<void>
  /** Things that differ from run to run. */
  varying?: string
}

const contact = '/contacts/maria-lindqvist'

/** Every screen, as the pictures in `docs/screens/crm` show it. */
export const screens: Screen[] = [
  { name: 'login', path: '/login', userId: null },
  { name: 'dashboard', path: '/dashboard', userId: 'erin' },
  { name: 'contacts', path: '/contacts' },
  { name: 'contact', path: contact },
  { name: 'contact-details', path: contact, open: showDetails },
  { name: 'contact-new', path: '/contacts?dialog=new' },
  { name: 'contact-import', path: '/contacts?dialog=import' },
  { name: 'companies', path: '/companies' },
  { name: 'company', path: contact, open: openCompany },
  { name: 'deals-board', path: '/deals' },
  { name: 'deals-list', path: '/deals?view=list' },
  { name: 'deal', path: '/deals/bedside-lamps' },
  { name: 'tasks', path: '/tasks' },
  { name: 'chats', path: '/chats' },
  { name: 'search', path: '/contacts', open: openPalette },
  { name: 'admin-channels', path: '/admin/channels', userId: 'erin' },
  { name: 'admin-export', path: '/admin/export', userId: 'erin' },
  { name: 'admin-data', path: '/admin/data', userId: 'erin' },
  { name: 'admin-webhooks', path: '/admin/webhooks', userId: 'erin', varying: 'code' },
  { name: 'admin-sync', path: '/admin/sync', userId: 'erin' },
  { name: 'admin-settings', path: '/admin/settings', userId: 'erin', varying: 'code' },
  { name: 'not-found', path: '/nowhere' },
]

/** Shows the notes of a card. On a phone, it shows its chat first. */
async function showDetails(page: Page): Promise<void> {
  const main = page.getByRole('main')
  await main.getByRole('heading').first().waitFor()
  const details = main.getByRole('group').getByRole('radio').nth(1) // The names are in three languages.
  if (await details.isVisible()) await details.check({ force: true })
  await main.getByRole('tab').nth(2).click()
}

async function openCompany(page: Page): Promise<void> {
  await showDetails(page)
  await page.getByRole('main').getByRole('link', { name: 'Hotel Skärgården' }).first().click()
  await page.getByRole('main').getByRole('heading', { name: 'Hotel Skärgården' }).waitFor()
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('lamps')
  await page.getByRole('option', { name: /lamps/i }).first().waitFor()
}
