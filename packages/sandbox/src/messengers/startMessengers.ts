import type { Store } from '../store/store.ts'
import { startChannels } from './channels/startChannels.ts'
import { startDumps } from './dumps/messageDumps.ts'
import { startDelivery } from './sending/startDelivery.ts'
import { startModeration } from './templates/startModeration.ts'

/**
 * Starts the background work of an account: messages are delivered, channels connect, exports finish, and templates are
 * reviewed as its clock goes on.
 * @returns a function that stops it
 */
export async function startMessengers(options: { store: Store; allowPrivate: boolean }): Promise<() => void> {
  const { store } = options
  const stops = [
    await startDelivery(options),
    await startChannels(store),
    await startDumps(store),
    await startModeration(store),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
