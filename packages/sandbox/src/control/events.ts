import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Account } from '../server/account.ts'
import type { Change } from '../store/changes.ts'

/** A topic that may have changed. The stream carries only topics: clients fetch the data again. */
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

/** Time in which changes are collected, so that a thousand of them cause one event. */
const gatherMs = 60

/** `GET /_sandbox/events`: streams server-sent events, one `changed` for every topic that may have changed. */
export function events({ account }: { account: Account }): Hono {
  return new Hono({ strict: false }).get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const disconnected = new Promise<void>((resolve) => stream.onAbort(resolve)) // A client may leave before the first event.
      const topics = createTopics(stream)
      const unsubscribe = subscribeAll(account, topics.add)
      await stream.writeSSE({ event: 'open', data: '' })
      await disconnected
      unsubscribe()
      topics.close()
    }),
  )
}

function subscribeAll(
  { store, journal, sockets, webhooks, faults, quirks, clock, snapshots }: Account,
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

function createTopics(stream: SSEStreamingApi): { add: (topic: Topic) => void; close: () => void } {
  const changed = new Set<Topic>()
  let timer: ReturnType<typeof setTimeout> | undefined
  function send(): void {
    timer = undefined
    for (const topic of changed) void stream.writeSSE({ event: 'changed', data: topic })
    changed.clear()
  }
  return {
    add(topic) {
      changed.add(topic)
      timer ??= setTimeout(send, gatherMs)
    },
    close: () => clearTimeout(timer),
  }
}
