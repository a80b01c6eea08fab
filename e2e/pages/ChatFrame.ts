import { expect, type FrameLocator, type Locator } from '@playwright/test'

/** The vendor's chats page, inside its frame. */
export class ChatFrame {
  readonly #frame: FrameLocator

  constructor(frame: FrameLocator) {
    this.#frame = frame
  }

  /** The messages of the open chat. */
  get thread(): Locator {
    return this.#frame.getByRole('log')
  }

  /** A chat in the list. */
  chat(name: string): Locator {
    return this.#frame.getByRole('button', { name })
  }

  /** The whole page. */
  get window(): Locator {
    return this.#frame.locator('body')
  }

  /** Opens a deal of the chat's contact in the CRM. It may reach the vendor only now, so the list is opened until it has it. */
  async opensDeal(title: string): Promise<void> {
    const deal = this.#deals.getByRole('button', { name: title })
    await expect(async () => {
      if (!(await deal.isVisible())) await this.#deals.getByRole('button', { name: 'Deals', exact: true }).click()
      await expect(deal).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 60_000 })
    await deal.click()
  }

  /** Asks the CRM for a new deal with the chat's contact. */
  async beginsDeal(): Promise<void> {
    await this.#deals.getByRole('button', { name: 'Deals', exact: true }).click()
    await this.#deals.getByRole('button', { name: 'New deal' }).click()
  }

  get #deals(): Locator {
    return this.#frame.getByRole('group', { name: 'Deals of this contact' })
  }

  async reply(text: string): Promise<void> {
    const composer = this.#frame.getByRole('textbox', { name: 'Message' })
    await composer.fill(text)
    await composer.press('Enter')
  }
}
