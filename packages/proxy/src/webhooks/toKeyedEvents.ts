import type { ChatEvent } from '@crm-chat/vendors/webhooks'

/** Events, each once, with keys that are the same when the vendor sends them again. */
export interface KeyedEvents {
  keyed: { event: ChatEvent; key: string }[]
  /** Keys of events that the vendor gives none. They count until the delivery is acknowledged: the same state may come back. */
  ownKeys: string[]
}

/** Finds the key of each event. One without a key of the vendor is known by its place in this very body. */
export async function toKeyedEvents({ events, body }: { events: ChatEvent[]; body: Uint8Array }): Promise<KeyedEvents> {
  const isKeyless = events.some(({ deduplicationKey }) => deduplicationKey === undefined)
  const digest = isKeyless ? await hash(body) : ''
  const keyed = new Map<string, ChatEvent>()
  const ownKeys: string[] = []
  for (const [index, event] of events.entries()) {
    if (event.kind === 'test') continue
    const { vendor, deduplicationKey } = event
    const status = event.kind === 'message' ? (event.message.status ?? '') : ''
    const own = `${vendor} ${deduplicationKey} ${status}` // A message that comes again with another status has news.
    const key = deduplicationKey === undefined ? `${vendor} body ${digest} ${index}` : own
    if (deduplicationKey === undefined) ownKeys.push(key)
    if (!keyed.has(key)) keyed.set(key, event)
  }
  return { keyed: [...keyed].map(([key, event]) => ({ key, event })), ownKeys }
}

async function hash(body: Uint8Array): Promise<string> {
  // A body of the network is never in shared memory, which is all that the type allows for.
  const digest = await crypto.subtle.digest('SHA-256', body as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
