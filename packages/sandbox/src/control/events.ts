import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Account } from '../server/account.ts'

/** A topic that may have changed. The stream carries only topics: clients fetch the data again. */
export type Topic = 'chats' | 'channels' | 'requests' | 'sockets' | 'webhooks' | 'faults' | 'quirks' | 'snapshots'

/** Time in which changes are collected, so that a thousand of them cause one event. */
const gatherMs = 60

/** `GET /_sandbox/events`: streams server-sent events, one `changed` for every topic that may have changed. */
export function events({ account }: { account: Account }): Hono {
  return new Hono({ strict: false }).get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const topics = createTopics(stream)
      const unsubscribe = subscribeAll(account, topics.add)
      await stream.writeSSE({ event: 'open', data: '' })
      await new Promise<void>((resolve) => stream.onAbort(resolve))
      unsubscribe()
      topics.close()
    }),
  )
}

function subscribeAll(
  { store, journal, sockets, webhooks, faults, quirks, snapshots }: Account,
  add: (topic: Topic) => void,
): () => void {
  const ends = [
    store.changes.subscribe(({ kind }) => {
      add(kind === 'channel' ? 'channels' : 'chats')
      if (kind === 'reset') for (const topic of ['channels', 'webhooks'] as const) add(topic)
    }),
    journal.subscribe(() => add('requests')),
    sockets.subscribe(() => add('sockets')),
    webhooks.subscribe(() => add('webhooks')),
    webhooks.faults.subscribe(() => add('webhooks')),
    faults.subscribe(() => add('faults')),
    quirks.subscribe(() => add('quirks')),
    snapshots.subscribe(() => add('snapshots')),
  ]
  return () => {
    for (const end of ends) end()
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
