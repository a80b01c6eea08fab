import type { FrameLocator, Locator, Page } from '@playwright/test'

/** The phone that plays the customers. */
export function onPhone(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Phone' })
}

/** The chats page beside it, as staff see it. */
export function staffSide(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Chats page"]')
}

/** Plays a customer who has already written. */
export async function openCustomer(page: Page, name: string): Promise<void> {
  await onPhone(page).getByRole('list', { name: 'Customers' }).getByRole('button', { name }).click()
}

/** Writes as the customer. */
export async function write(page: Page, text: string): Promise<void> {
  const field = onPhone(page).getByRole('textbox', { name: 'Message of the customer' })
  await field.fill(text)
  await field.press('Enter')
}
