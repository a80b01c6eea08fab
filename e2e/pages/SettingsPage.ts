import type { Locator, Page } from '@playwright/test'

/** The administrators' page of settings. */
export class SettingsPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Chooses a vendor or a transport, and waits until it is in use. */
  async chooses(name: string): Promise<void> {
    const choice = this.#choice(name)
    if (await choice.isChecked()) return
    const isSaved = this.page.waitForResponse(
      (response) => response.url().endsWith('/api/settings') && response.request().method() === 'PUT' && response.ok(),
    )
    await choice.check()
    await isSaved
  }

  #choice(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true })
  }
}
