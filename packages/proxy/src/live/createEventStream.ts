import { heartbeatMs } from '@crm-chat/protocol'
import { every } from '../clock.ts'
import type { OperationCall } from '../context.ts'
import type { LiveStream, StreamSink } from '../http/exchange.ts'
import { createCoalescingBuffer } from './createCoalescingBuffer.ts'
import { openConnection } from './openConnection.ts'

const retryMs = 2_000

/**
 * The events of one user. A slow reader gets the newest value once it reads again; a reader that has read nothing between
 * two heartbeats is disconnected.
 * @throws {OperationError} `rate_limited` when the user has too many live connections.
 */
export function createEventStream({ context, request, user }: OperationCall): LiveStream {
  const buffer = createCoalescingBuffer({ retryMs })
  let sink: StreamSink | null = null
  let isReading = false

  function flush(): void {
    const text = isReading ? buffer.take() : null
    if (text !== null) isReading = sink?.write(text) ?? false
  }

  const connection = openConnection({
    context,
    request,
    user,
    onValue: (value) => {
      buffer.putValue(value)
      flush()
    },
    onEnd: () => {
      stopHeartbeat()
      if (isReading) sink?.end()
      else sink?.destroy()
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

  return {
    open: (own) => {
      sink = own
      isReading = true
      own.onClose(connection.end)
      own.onDrain(() => {
        isReading = true
        flush()
      })
      flush()
    },
  }
}
