import type { Locator, Page } from '@playwright/test'

/** The list of contacts, and the dialogs on it. */
export class ContactsPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** A contact in the list. */
  row(name: string): Locator {
    return this.page.getByRole('table', { name: 'Contacts' }).getByRole('row').filter({ hasText: name })
  }

  async searches(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search contacts' }).fill(text)
  }

  async selects(name: string): Promise<void> {
    await this.row(name).getByRole('checkbox').check()
  }

  /** Deletes what is selected. */
  async deletes(): Promise<void> {
    await this.page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click()
  }

  /** The latest notice of what was done. */
  get notice(): Locator {
    return this.page.getByRole('region', { name: 'Notices' })
  }

  async undoes(): Promise<void> {
    await this.notice.getByRole('button', { name: 'Undo' }).last().click()
  }

  /** The form for a new contact. */
  get form(): Locator {
    return this.page.getByRole('dialog', { name: 'New contact' })
  }

  async beginsContact(): Promise<void> {
    await this.page.getByRole('button', { name: 'New contact' }).click()
  }

  /** A field of it, by its name. */
  field(name: string): Locator {
    const options = { name, exact: true }
    return this.form.getByRole('textbox', options).or(this.form.getByRole('combobox', options))
  }

  async writesField(label: string, text: string): Promise<void> {
    await this.field(label).fill(text)
  }

  /** The dialog that imports a file. */
  get importer(): Locator {
    return this.page.getByRole('dialog', { name: 'Import contacts' })
  }

  async choosesFile(csv: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Import' }).click()
    await this.importer
      .getByLabel(/Drop a file/)
      .setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  }
}
