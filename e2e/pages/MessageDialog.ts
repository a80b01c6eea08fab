import type { Locator, Page } from '@playwright/test'

/** A button to write for a message. */
export interface NewButton {
  text: string
  value?: string
  /** Color of a button in MAX. */
  color?: string
}

/** The dialog "Send a message" of a contact's card. */
export class MessageDialog {
  readonly #page: Page
  readonly dialog: Locator

  constructor(page: Page) {
    this.#page = page
    this.dialog = page.getByRole('dialog', { name: /^Message to / })
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Send a message' }).click()
    await this.dialog.getByRole('region', { name: 'New message' }).waitFor()
  }

  /** Chooses one of the contact's dialogues and numbers. */
  async choosesRecipient(label: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: 'To', exact: true }).selectOption({ label })
  }

  /** Writes to a number that the contact does not have. */
  async choosesNumber({ messenger, phone }: { messenger: string; phone: string }): Promise<void> {
    await this.choosesRecipient('Another number or name…')
    await this.dialog.getByRole('combobox', { name: 'Messenger' }).selectOption({ label: messenger })
    await this.dialog.getByRole('textbox', { name: 'Phone number' }).fill(phone)
  }

  async choosesChannel(label: RegExp): Promise<void> {
    const from = this.dialog.getByRole('combobox', { name: 'From' })
    const option = await from.getByRole('option', { name: label }).first().textContent()
    await from.selectOption({ label: option ?? '' })
  }

  async writes(text: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'Message' }).fill(text)
  }

  /** Adds a keyboard, one button in a row. */
  async addsButtons({ kind, buttons }: { kind?: string; buttons: NewButton[] }): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Add buttons' }).click()
    if (kind) await this.dialog.getByRole('combobox', { name: 'Kind of buttons' }).selectOption({ label: kind })
    for (const [index, { text, value, color }] of buttons.entries()) {
      const button = this.dialog.getByRole('group', { name: `Button ${index + 1}`, exact: true })
      if ((await button.count()) === 0) await this.dialog.getByRole('button', { name: 'Add a button' }).click()
      await button.getByRole('textbox', { name: 'Text' }).fill(text)
      if (value) await button.getByRole('textbox', { name: 'Value that comes back' }).fill(value)
      if (color) await button.getByRole('combobox', { name: 'Color' }).selectOption({ label: color })
    }
  }

  /** Fills in a template, with the values of its fields by their names. */
  async sendsTemplate({ name, values }: { name: string; values: Record<string, string> }): Promise<void> {
    await this.dialog.getByRole('button', { name: /^(Choose|Use) a template$/ }).click()
    const templates = this.#page.getByRole('dialog', { name: 'Send a template' })
    await templates.getByRole('button', { name }).click()
    for (const [field, value] of Object.entries(values))
      await templates.getByRole('textbox', { name: field }).fill(value)
    await templates.getByRole('button', { name: 'Send template' }).click()
  }

  async sends(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Send', exact: true }).click()
  }

  /** A message that was sent, by its text. */
  sent(text: string): Locator {
    return this.dialog.getByRole('region', { name: 'Sent messages' }).getByRole('listitem').filter({ hasText: text })
  }

  async retries(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Retry' }).click()
  }

  async sendsAgain(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Send again' }).click()
  }
}
