import type { FrameLocator, Locator } from '@playwright/test'

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

  async reply(text: string): Promise<void> {
    const composer = this.#frame.getByRole('textbox', { name: 'Message' })
    await composer.fill(text)
    await composer.press('Enter')
  }
}
