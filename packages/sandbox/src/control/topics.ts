import type { Account } from '../server/account.ts'
import type { Change } from '../store/changes.ts'

/** A topic that may have changed. Streams carry only topics: clients fetch the data again. */
export type Topic =
  | 'chats'
  | 'channels'
  | 'requests'
  | 'sockets'
  | 'webhooks'
  | 'faults'
  | 'quirks'
  | 'clock'
  | 'snapshots'
  | 'settings'
  | 'customers'
  | 'links'

/** Calls `add` with each topic of an account that may have changed. @returns a function that ends it */
export function subscribeTopics(
  { store, journal, sockets, webhooks, faults, quirks, clock, snapshots, links }: Account,
  add: (topic: Topic) => void,
): () => void {
  const ends = [
    store.changes.subscribe(({ kind }) => {
      for (const topic of toTopics(kind)) add(topic)
    }),
    journal.subscribe(() => add('requests')),
    sockets.subscribe(() => add('sockets')),
    webhooks.subscribe(() => add('webhooks')),
    webhooks.faults.subscribe(() => add('webhooks')),
    faults.subscribe(() => add('faults')),
    quirks.subscribe(() => add('quirks')),
    clock.subscribe(() => add('clock')),
    snapshots.subscribe(() => add('snapshots')),
    links.subscribe(() => add('links')),
  ]
  return () => {
    for (const end of ends) end()
  }
}

function toTopics(kind: Change['kind']): Topic[] {
  switch (kind) {
    case 'channel':
      return ['channels']
    case 'endpoints':
      return ['webhooks']
    case 'settings':
    case 'customers':
      return [kind]
    case 'reset':
      return ['chats', 'channels', 'webhooks', 'settings', 'customers']
    default:
      return ['chats']
  }
}
