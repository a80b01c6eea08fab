import type { OperationCall } from '../context.ts'
import type { ChatResponse } from '../http/exchange.ts'
import { responseHeaders } from '../http/respond.ts'
import { createEventStream } from '../live/createEventStream.ts'

/** `GET /events`: a stream of server-sent events that begins with the current value. */
export function events(call: OperationCall): ChatResponse {
  return {
    status: 200,
    stream: createEventStream(call),
    headers: {
      ...responseHeaders,
      'cache-control': 'no-store, no-transform', // A proxy that compresses would hold events back.
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
      'x-request-id': call.requestId,
    },
  }
}
