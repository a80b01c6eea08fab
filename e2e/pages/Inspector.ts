import type { FrameLocator, Locator, Page } from '@playwright/test'
import type { FilePayload } from '../fixtures/files.ts'

/** The sandbox's inspector, with the phone that plays its customers. */
export class Inspector {
  readonly page: Page
  readonly #url: string

  constructor({ page, sandboxUrl }: { page: Page; sandboxUrl: string }) {
    this.page = page
    this.#url = `${sandboxUrl}/_sandbox`
  }

  async open(): Promise<void> {
    await this.page.setViewportSize({ width: 1366, height: 800 })
    await this.page.goto(this.#url)
  }

  /** Opens a panel and returns the rows of its list. */
  async rows(panel: 'Requests' | 'Webhooks' | 'Faults'): Promise<Locator> {
    await this.openPanel(panel)
    return this.page.getByRole('list', { name: panel }).getByRole('listitem')
  }

  async openPanel(name: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name }).click()
  }

  /** The chats page as staff see it, beside the phone. */
  get chatsPage(): FrameLocator {
    return this.page.frameLocator('iframe[title="Chats page"]')
  }

  /** The navigation link with the number of unanswered messages. */
  get unanswered(): Locator {
    return this.page.getByRole('navigation').getByRole('link', { name: /^Chats page/ })
  }

  get phone(): Locator {
    return this.page.getByRole('complementary', { name: 'Phone' })
  }

  /** Plays a customer with this WhatsApp number. */
  async becomesCustomer({ phone, name }: { phone: string; name: string }): Promise<void> {
    await this.phone.getByRole('button', { name: 'New customer' }).click()
    await this.phone.getByRole('textbox', { name: 'Phone number' }).fill(phone)
    await this.phone.getByRole('textbox', { name: 'Name' }).fill(name)
    await this.phone.getByRole('button', { name: 'Start writing' }).click()
  }

  /** Takes up the phone of a customer who has written. */
  async takesPhone(name: string | RegExp): Promise<void> {
    await this.phone.getByRole('list', { name: 'Customers' }).getByRole('button', { name }).first().click()
    await this.messages.waitFor()
  }

  /** The open chat on the phone. */
  get messages(): Locator {
    return this.phone.getByRole('log', { name: 'Messages on the phone' })
  }

  /** One message on the phone, by its text. */
  message(text: string): Locator {
    return this.messages.getByRole('article').filter({ hasText: text })
  }

  /** Sends something of the menu beside the text. */
  async attaches(name: string): Promise<void> {
    await this.phone.getByRole('button', { name: 'Attach' }).click()
    await this.phone.getByRole('button', { name, exact: true }).click()
  }

  /** Sends a file of the customer's own. */
  async sendsFile(file: FilePayload): Promise<void> {
    await this.phone.getByLabel('File to send').setInputFiles(file)
  }

  /** Does something with a message on the phone. */
  async acts({ text, action }: { text: string; action: string }): Promise<void> {
    const message = this.message(text).first() // A later one may quote it.
    await message.hover()
    await message.getByRole('button', { name: action }).click()
  }

  async writes(text: string): Promise<void> {
    const field = this.phone.getByRole('textbox', { name: 'Message of the customer' })
    await field.fill(text)
    await field.press('Enter')
  }

  /** Makes an operation respond with an error, until the fault is removed. */
  async addsFault({ operation, status }: { operation: string; status: number }): Promise<void> {
    await this.openPanel('Faults')
    await this.page.getByRole('combobox', { name: 'Applies to' }).selectOption(operation)
    await this.page.getByRole('spinbutton', { name: 'Status' }).fill(String(status))
    await this.page.getByRole('button', { name: 'Add fault' }).click()
    await this.page.getByRole('list', { name: 'Faults' }).getByText(operation).waitFor()
  }

  async removesFaults(): Promise<void> {
    await this.openPanel('Faults')
    await this.page.getByRole('button', { name: 'Remove all' }).click()
    await this.page.getByText('No active faults').waitFor()
  }
}
