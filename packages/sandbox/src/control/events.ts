import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Account } from '../server/account.ts'
import { createGatherer } from './createGatherer.ts'
import { subscribeTopics } from './topics.ts'

/** `GET /_sandbox/events`: streams server-sent events, one `changed` for every topic that may have changed. */
export function events({ account }: { account: Account }): Hono {
  return new Hono({ strict: false }).get('/events', (context) =>
    streamSSE(context, (stream) =>
      streamChanges({
        stream,
        firstEvent: 'open',
        subscribe: (add) => subscribeTopics(account, (topic) => add({ event: 'changed', data: topic })),
      }),
    ),
  )
}

/** A server-sent event. */
export interface StreamedEvent {
  event: string
  data: string
}

/** Sends a first event, then those that `subscribe` adds, until the client disconnects. */
export async function streamChanges({
  stream,
  firstEvent,
  subscribe,
}: {
  stream: SSEStreamingApi
  firstEvent: string
  subscribe: (add: (event: StreamedEvent) => void) => () => void
}): Promise<void> {
  const disconnected = new Promise<void>((resolve) => stream.onAbort(resolve)) // A client may leave before the first event.
  const gatherer = createGatherer<StreamedEvent>({
    toKey: ({ event, data }) => `${event} ${data}`,
    send: (event) => stream.writeSSE(event),
  })
  const unsubscribe = subscribe(gatherer.add)
  await stream.writeSSE({ event: firstEvent, data: '' })
  await disconnected
  unsubscribe()
  gatherer.close()
}
