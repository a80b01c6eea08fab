import { listUndelivered, markDelivered, markFailed, markSent } from '../../store/entities/messageStatuses.ts'
import type { Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { findFailure, findFileFailure } from './findFailure.ts'

/** Time until the messenger accepts a message. */
export const sendingMs = 200
/** Time from then until the customer's phone receives it. */
export const deliveryMs = 1_000

interface Delivery {
  store: Store
  /** Allows files from local networks. */
  allowPrivate: boolean
  /** Aborted when deliveries end. */
  signal: AbortSignal
}

/**
 * Delivers the company's messages by the clock: the messenger accepts a message after a moment, the customer's phone
 * receives it a second later, unless the messenger rejects it. Messages of an earlier run are included.
 * @returns a function that stops it
 */
export async function startDelivery({ store, allowPrivate }: Omit<Delivery, 'signal'>): Promise<() => void> {
  let ending = new AbortController()
  const toDelivery = (): Delivery => ({ store, allowPrivate, signal: ending.signal })
  const unsubscribe = store.changes.subscribe((change) => {
    if (change.kind === 'message') schedule(toDelivery(), change.message)
    if (change.kind !== 'reset') return
    ending.abort()
    ending = new AbortController()
    void scheduleAll(toDelivery())
  })
  await scheduleAll(toDelivery())
  return () => {
    ending.abort()
    unsubscribe()
  }
}

async function scheduleAll(delivery: Delivery): Promise<void> {
  for (const message of await listUndelivered(delivery.store.database)) schedule(delivery, message)
}

function schedule(delivery: Delivery, message: Message): void {
  const { clock } = delivery.store
  const { status, sentAt } = message
  if (status === 'sending') clock.schedule(sentAt + sendingMs, () => run(delivery, handOver(delivery, message)))
  else if (status === 'sent') clock.schedule(sentAt + deliveryMs, () => run(delivery, deliver(delivery, message)))
}

/** Work in progress when deliveries stop is dropped. */
function run({ signal }: Delivery, work: Promise<void>): void {
  void work.catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}

/** A message passes the messenger before the phone, even if both are due at the same time. */
async function handOver(delivery: Delivery, message: Message): Promise<void> {
  const { store, signal } = delivery
  if (await fails(delivery, message)) return
  const fileFailure = await findFileFailure(delivery, message)
  if (signal.aborted) return
  if (fileFailure !== undefined) return markFailed(store, { messageId: message.messageId, failure: fileFailure })
  await markSent(store, message)
  store.clock.schedule(message.sentAt + sendingMs + deliveryMs, () => void markDelivered(store, message))
}

async function deliver(delivery: Delivery, message: Message): Promise<void> {
  if (await fails(delivery, message)) return
  if (!delivery.signal.aborted) await markDelivered(delivery.store, message)
}

async function fails({ store, signal }: Delivery, message: Message): Promise<boolean> {
  const failure = await findFailure(store, message)
  if (failure === undefined || signal.aborted) return signal.aborted
  await markFailed(store, { messageId: message.messageId, failure })
  return true
}
