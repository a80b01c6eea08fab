import type { OperationCall } from '../context.ts'
import type { ChatResponse, StreamSink } from '../http/exchange.ts'
import { responseHeaders } from '../http/respond.ts'
import { EventStream } from '../live/EventStream.ts'

/**
 * `GET /events`: a stream of server-sent events that begins with its user and the current value.
 * @throws {OperationError} `busy` while the proxy drains, `upstream_unavailable` after it has closed.
 */
export function events(call: OperationCall): ChatResponse {
  const { context, user, requestId } = call
  context.hub.subscribe({ userId: user.id, onChange: () => {} }).unsubscribe() // Fails while the response can still say so.
  return {
    status: 200,
    stream: { open: (sink) => open({ call, sink }) },
    headers: {
      ...responseHeaders,
      'cache-control': 'no-store, no-transform', // A proxy that compresses would hold events back.
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
      'x-request-id': requestId,
    },
  }
}

function open({ call: { context, request, user }, sink }: { call: OperationCall; sink: StreamSink }): void {
  const { hub, clock } = context
  const session = { userId: user.id, serverTime: new Date(clock.now()).toISOString() }
  const connection = new EventStream({ request, sink, session })
  try {
    hub.attach({ connection, user })
    sink.onDrain(() => hub.resume(connection))
    sink.onClose(() => hub.detach(connection))
  } catch {
    sink.end() // The proxy has begun to shut down meanwhile: the page comes back.
  }
}
