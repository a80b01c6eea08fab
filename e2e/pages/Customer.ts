import type { APIRequestContext } from '@playwright/test'

/** A chat in one messenger. */
export interface Chat {
  chatType: string
  chatId: string
}

/** The customer's side of a chat, played by the sandbox. */
export class Customer {
  readonly chat: Chat
  readonly #request: APIRequestContext
  readonly #sandboxUrl: string

  constructor({ request, sandboxUrl, chat }: { request: APIRequestContext; sandboxUrl: string; chat: Chat }) {
    this.chat = chat
    this.#request = request
    this.#sandboxUrl = sandboxUrl
  }

  /** Returns another customer of the same vendor. */
  other(chat: Chat): Customer {
    return new Customer({ request: this.#request, sandboxUrl: this.#sandboxUrl, chat })
  }

  /** Sends a message to the company. */
  async writes(text: string): Promise<void> {
    const response = await this.#request.post(`${this.#sandboxUrl}/_sandbox/simulate/message`, {
      data: { ...this.chat, text },
    })
    if (response.status() !== 201)
      throw new Error(`The sandbox responded with ${response.status()}: ${await response.text()}`)
  }

  /** Returns the texts on the customer's phone, oldest first. */
  async reads(): Promise<string[]> {
    const response = await this.#request.get(`${this.#sandboxUrl}/_sandbox/messages`, { params: { ...this.chat } })
    const { messages }: { messages: { text?: string }[] } = await response.json()
    return messages.map((message) => message.text ?? '')
  }
}
