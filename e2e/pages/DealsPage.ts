import type { Locator, Page } from '@playwright/test'

/** The board of deals. */
export class DealsPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The cards of a stage. */
  stage(name: string): Locator {
    return this.page.getByRole('list', { name: new RegExp(`^${name}\\s*\\d+ deals?$`) })
  }

  /** The link of a deal's card. */
  card(title: string): Locator {
    return this.page.getByRole('region', { name: 'Board' }).getByRole('link', { name: title })
  }

  /** Opens a deal's card. */
  async opens(title: string): Promise<void> {
    await this.card(title).click()
    await this.page.getByRole('heading', { name: title, level: 1 }).waitFor()
  }

  /** Moves a deal by the menu of its card. */
  async moves({ title, stage }: { title: string; stage: string }): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^Actions for .?${title}`) }).click()
    await this.page.getByRole('menuitem', { name: `Move to ${stage}` }).click()
  }

  /** The form of a new deal. */
  get form(): Locator {
    return this.page.getByRole('dialog', { name: 'New deal' })
  }
}
