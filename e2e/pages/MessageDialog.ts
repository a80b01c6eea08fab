import type { Locator, Page } from '@playwright/test'
import type { FilePayload } from '../fixtures/files.ts'

/** A button to write for a message. */
export interface NewButton {
  text: string
  value?: string
  /** Page that it opens, in place of a value. */
  link?: string
  /** Color of a button in MAX. */
  color?: string
}

/** A template and the values of its fields, by their names. */
export interface FilledTemplate {
  name: string
  values: Record<string, string>
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

  /** Attaches a file to the message. */
  async attaches(file: FilePayload): Promise<void> {
    await this.dialog.getByLabel('File to send').setInputFiles(file)
    await this.dialog.getByRole('button', { name: 'Remove the file' }).waitFor()
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click()
  }

  /** Adds a keyboard, one button in a row. */
  async addsButtons({ kind, buttons }: { kind?: string; buttons: NewButton[] }): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Add buttons' }).click()
    if (kind) await this.dialog.getByRole('combobox', { name: 'Kind of buttons' }).selectOption({ label: kind })
    for (const [index, { text, value, link, color }] of buttons.entries()) {
      const button = this.dialog.getByRole('group', { name: `Button ${index + 1}`, exact: true })
      if ((await button.count()) === 0) await this.dialog.getByRole('button', { name: 'Add a button' }).click()
      await button.getByRole('textbox', { name: 'Text' }).fill(text)
      if (value) await button.getByRole('textbox', { name: 'Value that comes back' }).fill(value)
      if (link) await button.getByRole('textbox', { name: 'Link' }).fill(link)
      if (color) await button.getByRole('combobox', { name: 'Color' }).selectOption({ label: color })
    }
  }

  /** Sends a template, with the values of its fields by their names. */
  async sendsTemplate(template: FilledTemplate): Promise<void> {
    await this.sendsTemplateFrom(this.dialog, template)
  }

  /** Sends a template from another place with a button for it, e.g. a conversation. */
  async sendsTemplateFrom(place: Locator, { name, values }: FilledTemplate): Promise<void> {
    await place.getByRole('button', { name: /^(Choose|Use) a template$/ }).click()
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
