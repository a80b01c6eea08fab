import { parseTime } from '../parseTime.ts'
import type { WhatomateClient } from './client.ts'
import { type Contact, listContacts } from './contacts.ts'
import { fetchMessages } from './conversation.ts'
import type { UnansweredChats } from './unansweredChats.ts'

/** Parameters of {@link reconcileChats}. */
export interface ReconcileParameters {
  client: WhatomateClient
  chats: UnansweredChats
  signal: AbortSignal
}

/** Two clocks of the server, one at the contact and one at the message, may be this far apart. */
const toleranceMs = 5_000
/** Pages of nothing but reactions that are read back. */
const maxPages = 5
/** A last message this much later than the last incoming one is the company's own. */
const clearlyLaterMs = 60_000

/**
 * Updates the conversations over HTTP: reads contacts from the newest message back to the end of the
 * window, and, if a contact does not say who wrote last, its newest messages, without marking them as read. Deleted and
 * too old conversations are forgotten.
 * @throws {VendorError} one of its subclasses.
 */
export async function reconcileChats({ client, chats, signal }: ReconcileParameters): Promise<void> {
  const earliestMs = client.http.clock.now() - client.unansweredWindowMs
  const since = chats.snapshot()
  const seen = new Set<string>()
  for await (const contact of listContacts(client, {}, { signal })) {
    const atMs = parseTime(contact.last_message_at)
    if (atMs === undefined || atMs < earliestMs) break // Without a message they come last.
    seen.add(contact.id)
    await reconcileChat({ client, chats, signal, contact, atMs })
  }
  chats.forget({ since, except: seen })
}

async function reconcileChat({
  client,
  chats,
  signal,
  contact,
  atMs,
}: ReconcileParameters & { contact: Contact; atMs: number }): Promise<void> {
  const { id, assigned_user_id: assignedUserId } = contact
  chats.assign(id, assignedUserId)
  const known = chats.get(id)
  if (known && atMs <= known.atMs + toleranceMs) return
  const inboundMs = parseTime(contact.last_inbound_at)
  const answered = inboundMs !== undefined && atMs - inboundMs > clearlyLaterMs
  const waiting = !answered && (await isWaiting({ client, contactId: id, signal }))
  chats.set(id, { waiting, atMs, assignedUserId })
}

async function isWaiting({
  client,
  contactId,
  signal,
}: {
  client: WhatomateClient
  contactId: string
  signal: AbortSignal
}): Promise<boolean> {
  let before: string | undefined
  for (let page = 0; page < maxPages; page += 1) {
    const limit = page === 0 ? 5 : 100
    const { messages, has_more } = await fetchMessages(client, { contact_id: contactId, before, limit }, { signal })
    const last = messages.findLast((message) => message.message_type !== 'reaction')
    const oldest = messages[0]?.id
    if (last || !has_more || oldest === undefined || oldest === before) return last?.direction === 'incoming'
    before = oldest
  }
  return false
}
