import type { Locator, Page } from '@playwright/test'

/** The administrators' page of the sync. */
export class SyncPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async starts(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start sync' }).click()
  }

  get status(): Locator {
    return this.page.getByRole('main').getByRole('status').filter({ hasText: /./ }) // The page has an empty one for notices.
  }

  /** The progress of users, contacts or deals. */
  progress(name: string): Locator {
    return this.page.getByRole('progressbar', { name })
  }

  /** Records that the vendor did not take. */
  get rejected(): Locator {
    return this.page.getByRole('table', { name: 'Rejected by the vendor' }).getByRole('row')
  }
}
