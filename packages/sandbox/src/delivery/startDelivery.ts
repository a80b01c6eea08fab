import { listUndelivered, markDelivered, markSent } from '../store/messageStatuses.ts'
import type { Message } from '../store/messages.ts'
import type { Store } from '../store/openStore.ts'

/** How long the messenger takes to take a message over. */
export const sendingMs = 200
/** How long a message takes from there to the customer's phone. */
export const deliveryMs = 1_000

/**
 * Takes every answer on its way: a moment after it was written the messenger has it, a second later the customer's
 * phone; those left over from an earlier run included.
 * @returns a function that stops it.
 */
export async function startDelivery(store: Store): Promise<() => void> {
  const stop = store.changes.subscribe((change) => {
    if (change.kind === 'message') schedule(store, change.message)
  })
  for (const message of await listUndelivered(store.database)) schedule(store, message)
  return stop
}

function schedule(store: Store, message: Message): void {
  const { status, sentAt } = message
  if (status === 'sending') store.clock.schedule(sentAt + sendingMs, () => void handOver(store, message))
  else if (status === 'sent') deliverAt(store, { message, at: sentAt + deliveryMs })
}

/** What reaches the phone went through the messenger first, also when both fall due at once. */
async function handOver(store: Store, message: Message): Promise<void> {
  await markSent(store, message)
  deliverAt(store, { message, at: message.sentAt + sendingMs + deliveryMs })
}

function deliverAt(store: Store, { message, at }: { message: Message; at: number }): void {
  store.clock.schedule(at, () => void markDelivered(store, message))
}
