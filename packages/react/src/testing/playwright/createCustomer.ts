import type { APIRequestContext } from '@playwright/test'

/** Chat of a customer in one messenger. */
interface CustomerChat {
  chatType: string
  chatId: string
}

/** Options of {@link createCustomer}. */
export interface CustomerOptions {
  /** Playwright's `request` fixture. */
  request: APIRequestContext
  /** Address of a sandbox, e.g. `http://127.0.0.1:4010`. */
  sandboxUrl: string
  chat: CustomerChat
}

/** A customer who writes to the company, played by the sandbox. */
export interface Customer {
  chat: CustomerChat
  /** Sends a message to the company. */
  writes: (text: string) => Promise<void>
  /** Returns the texts on the customer's phone, oldest first. */
  reads: () => Promise<string[]>
  /** Returns another customer of the same vendor. */
  other: (chat: CustomerChat) => Customer
}

/**
 * Makes a customer of the sandbox.
 * @example
 * const customer = createCustomer({ request, sandboxUrl, chat: { chatType: 'whatsapp', chatId: '79998887766' } })
 * await customer.writes('Hello!')
 */
export function createCustomer({ request, sandboxUrl, chat }: CustomerOptions): Customer {
  const control = `${sandboxUrl}/_sandbox`
  return {
    chat,
    writes: async (text) => {
      const response = await request.post(`${control}/simulate/message`, { data: { ...chat, text } })
      if (response.status() === 201) return
      throw new Error(`The sandbox responded with ${response.status()}: ${await response.text()}`)
    },
    reads: async () => {
      const response = await request.get(`${control}/messages`, { params: { ...chat } })
      const { messages }: { messages: { text?: string }[] } = await response.json()
      return messages.map(({ text = '' }) => text)
    },
    other: (otherChat) => createCustomer({ request, sandboxUrl, chat: otherChat }),
  }
}
