import { expect, type Locator, type Page } from '@playwright/test'

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
    await choice.check()
    await expect(this.page.getByRole('region', { name: 'Notices' })).toContainText('Settings changed')
  }

  #choice(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true })
  }
}
