import type { Locator, Page } from '@playwright/test'
import type { FilePayload } from '../fixtures/files.ts'

/** The tab "Conversation" of a contact's card. */
export class ConversationTab {
  readonly page: Page
  readonly #contact: string

  constructor({ page, contact }: { page: Page; contact: string }) {
    this.page = page
    this.#contact = contact
  }

  /** Opens the contact's card, and the tab on it. */
  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Contacts' }).click()
    await this.page.getByRole('main').getByRole('link', { name: this.#contact }).first().click()
    await this.page.getByRole('button', { name: 'Conversation' }).click()
    await this.field.waitFor()
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: `Messages with ${this.#contact}` })
  }

  /** One message, by its text. */
  message(text: string): Locator {
    return this.log.getByRole('article').filter({ hasText: text })
  }

  get field(): Locator {
    return this.page.getByRole('textbox', { name: 'Message', exact: true })
  }

  async writes(text: string): Promise<void> {
    await this.field.fill(text)
    await this.field.press('Enter')
  }

  /** Attaches a file to the message. */
  async attaches(file: FilePayload): Promise<void> {
    await this.page.getByRole('region', { name: 'Conversation' }).getByLabel('File to send').setInputFiles(file)
    await this.page.getByRole('button', { name: 'Remove the file' }).waitFor()
  }

  async sends(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send', exact: true }).click()
  }

  /** A message by its file. */
  file(name: string): Locator {
    return this.log
      .getByRole('article')
      .filter({ has: this.page.locator(`[aria-label="${name}"], [alt="${name}"], .cc-file:has-text("${name}")`) })
  }

  /** The message that the one with this text quotes. */
  quoteIn(text: string): Locator {
    return this.message(text).getByRole('blockquote').getByRole('button').last()
  }

  /** Begins to change a message. */
  async edits(text: string): Promise<void> {
    await this.message(text).hover()
    await this.message(text).getByRole('button', { name: 'Edit' }).click()
  }

  async saves(text: string): Promise<void> {
    await this.field.fill(text)
    await this.page.getByRole('button', { name: 'Save' }).click()
  }

  async deletes(text: string): Promise<void> {
    await this.message(text).hover()
    await this.message(text).getByRole('button', { name: 'Delete message' }).click()
  }
}
