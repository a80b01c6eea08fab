import type { FrameLocator, Locator, Page } from '@playwright/test'

/** The sandbox's own page: what the vendor sees, and a telephone that plays its customers. */
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

  /** The lines of a panel's list, e.g. of `Requests`. */
  async lines(panel: 'Requests' | 'Webhooks' | 'Faults'): Promise<Locator> {
    await this.openPanel(panel)
    return this.page.getByRole('list', { name: panel }).getByRole('listitem')
  }

  async openPanel(name: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name }).click()
  }

  /** The chats page as staff have it, beside the telephone. */
  get chatsPage(): FrameLocator {
    return this.page.frameLocator('iframe[title="Chats page"]')
  }

  /** The number that says how many messages wait for an answer. */
  get unanswered(): Locator {
    return this.page.getByRole('navigation').getByRole('link', { name: /^Chats page/ })
  }

  get phone(): Locator {
    return this.page.getByRole('complementary', { name: 'Phone' })
  }

  /** Becomes a customer with this number in WhatsApp. */
  async becomesCustomer({ phone, name }: { phone: string; name: string }): Promise<void> {
    await this.phone.getByRole('button', { name: 'New customer' }).click()
    await this.phone.getByRole('textbox', { name: 'Phone number' }).fill(phone)
    await this.phone.getByRole('textbox', { name: 'Name' }).fill(name)
    await this.phone.getByRole('button', { name: 'Start writing' }).click()
  }

  async writes(text: string): Promise<void> {
    const field = this.phone.getByRole('textbox', { name: 'Message of the customer' })
    await field.fill(text)
    await field.press('Enter')
  }

  /** Lets an operation be answered with an error, until it is switched off. */
  async switchesOnFault({ operation, status }: { operation: string; status: number }): Promise<void> {
    await this.openPanel('Faults')
    await this.page.getByRole('combobox', { name: 'Applies to' }).selectOption(operation)
    await this.page.getByRole('spinbutton', { name: 'Status' }).fill(String(status))
    await this.page.getByRole('button', { name: 'Add fault' }).click()
    await this.page.getByRole('list', { name: 'Faults' }).getByText(operation).waitFor()
  }

  async switchesFaultsOff(): Promise<void> {
    await this.openPanel('Faults')
    await this.page.getByRole('button', { name: 'Remove all' }).click()
    await this.page.getByText('No active faults').waitFor()
  }
}
