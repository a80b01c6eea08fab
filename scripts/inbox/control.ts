/** A chat of the sandbox. */
interface SandboxChat {
  chatType: string
  chatId: string
  /** Unix time in milliseconds. */
  lastAt: number
}

/** A message as the customer's phone shows it. */
export interface SandboxMessage {
  direction: 'incoming' | 'outgoing'
  text: string | null
  status: string
  deleted: boolean
  /** ISO 8601. */
  at: string
}

/** The sandbox's own API, as far as the demo plays people. Every function rejects where the sandbox refuses. */
export interface SandboxControl {
  listChats: () => Promise<SandboxChat[]>
  /** Lists the latest messages of a chat, the oldest first. */
  listMessages: (chat: { chatType: string; chatId: string }) => Promise<SandboxMessage[]>
  /** Tells whether webhooks go to a server. */
  isRegistered: (url: string) => Promise<boolean>
  /** Tells whether every webhook so far has arrived. */
  isDelivered: () => Promise<boolean>
  freezeClock: (at: number) => Promise<void>
  /** Moves the clock forward, never back. */
  moveClockTo: (at: number) => Promise<void>
  /** Lets time pass again. */
  runClock: () => Promise<void>
  simulate: (name: 'message' | 'reply' | 'read' | 'group', body: object) => Promise<void>
  sendTemplate: (message: {
    chatType: string
    chatId: string
    channelId: string
    templateId: string
    values: string[]
  }) => Promise<void>
}

/** Creates the client of one account. */
export function createControl({ sandboxUrl, apiKey }: { sandboxUrl: string; apiKey: string }): SandboxControl {
  async function call({ method, path, body }: { method: string; path: string; body?: object }): Promise<unknown> {
    const response = await fetch(`${sandboxUrl}${path}`, {
      method,
      headers: { 'x-sandbox-key': apiKey, authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (response.ok) return response.json()
    throw new Error(`the sandbox responded to ${method} ${path} with ${response.status}: ${await response.text()}`)
  }
  const control = async (method: string, path: string, body?: object) => {
    const value = await call({ method, path: `/_sandbox/${path}`, ...(body && { body }) })
    return value as Record<string, unknown> // Our own server's answer, whose parts are checked below.
  }
  const listWebhooks = async () => {
    const { endpoints, deliveries } = await control('GET', 'webhooks')
    return { endpoints: toList<{ url: string }>(endpoints), deliveries: toList<{ status: string }>(deliveries) }
  }

  return {
    listChats: async () => toList((await control('GET', 'chats')).chats),
    listMessages: async (chat) =>
      toList((await control('GET', `messages?${new URLSearchParams({ ...chat, limit: '1000' })}`)).messages),
    isRegistered: async (url) =>
      (await listWebhooks()).endpoints.some((endpoint) => endpoint.url.startsWith(`${url}/`)),
    isDelivered: async () => (await listWebhooks()).deliveries.every(({ status }) => status !== 'waiting'),
    freezeClock: async (at) => void (await control('PUT', 'clock', { mode: 'frozen', at })),
    moveClockTo: async (at) => {
      const { now } = await control('GET', 'clock')
      const ms = at - Date.parse(String(now))
      if (ms > 0) await control('POST', 'clock/advance', { ms })
    },
    runClock: async () => void (await control('PUT', 'clock', { mode: 'real' })),
    simulate: async (name, body) => void (await control('POST', `simulate/${name}`, body)),
    sendTemplate: async ({ values, chatType, chatId, channelId, templateId }) => {
      const body = { chatType, chatId, channelId, templateId, templateValues: values }
      await call({ method: 'POST', path: '/v3/message', body })
    },
  }
}

function toList<Item>(value: unknown): Item[] {
  if (Array.isArray(value)) return value
  throw new Error('the server at its address is not the sandbox')
}
