import { heartbeatMs } from '@crm-chat/protocol'
import { every } from '../clock.ts'
import type { OperationCall } from '../context.ts'
import { createCoalescingBuffer } from './createCoalescingBuffer.ts'
import { openConnection } from './openConnection.ts'

const retryMs = 2_000

/**
 * The events of one user, as bytes. A slow reader gets the newest value once it reads again; a reader that has read
 * nothing between two heartbeats is disconnected.
 * @throws {OperationError} `rate_limited` when the user has too many live connections.
 */
export function createEventStream(call: OperationCall): ReadableStream<Uint8Array> {
  const { context, request } = call
  const buffer = createCoalescingBuffer({ retryMs })
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let isReading = false

  function flush(): void {
    const text = isReading ? buffer.take() : null
    if (text === null) return
    isReading = false
    controller?.enqueue(encoder.encode(text))
  }

  const connection = openConnection({
    context,
    request,
    user: call.user,
    onValue: (value) => {
      buffer.putValue(value)
      flush()
    },
    onEnd: () => {
      stopHeartbeat()
      request.signal.removeEventListener('abort', connection.end)
      controller?.close()
      controller = null
    },
  })
  const stopHeartbeat = every({
    clock: context.clock,
    ms: heartbeatMs,
    callback: () => {
      if (!buffer.putHeartbeat()) return connection.end()
      flush()
    },
  })

  return new ReadableStream<Uint8Array>(
    {
      start: (own) => {
        controller = own
        if (request.signal.aborted) connection.end()
        else request.signal.addEventListener('abort', connection.end)
      },
      pull: () => {
        isReading = true
        flush()
      },
      cancel: () => {
        controller = null // A cancelled stream is closed already.
        connection.end()
      },
    },
    { highWaterMark: 0 }, // Nothing is written ahead of the reader, so the buffer always holds the newest value.
  )
}
