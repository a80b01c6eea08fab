import type { ChatResponse, LiveStream, StreamSink } from './exchange.ts'

/** Turns the response to a request into a web `Response`. A live stream ends when the request's signal aborts. */
export function toWebResponse({ response, request }: { response: ChatResponse; request: Request }): Response {
  const { status, headers, body, stream, file } = response
  if (stream) return new Response(toReadable({ stream, signal: request.signal }), { status, headers })
  if (request.method === 'HEAD') {
    void file?.cancel().catch(ignore)
    return new Response(null, { status, headers })
  }
  return new Response(file ?? (body || null), { status, headers })
}

/** For a file that nobody reads: its own end is of no interest. */
function ignore(): void {}

const encoder = new TextEncoder()

function toReadable({ stream, signal }: { stream: LiveStream; signal: AbortSignal }): ReadableStream<Uint8Array> {
  const closeListeners = new Set<() => void>()
  const drainListeners = new Set<() => void>()
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let bufferedBytes = 0

  function close(): void {
    if (!controller) return
    controller = null
    signal.removeEventListener('abort', end)
    for (const listener of closeListeners) listener()
  }
  function end(): void {
    controller?.close()
    close()
  }
  const sink: StreamSink = {
    write: (chunk) => {
      const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk
      if (!controller || signal.aborted) return false
      bufferedBytes += bytes.byteLength
      controller.enqueue(bytes)
      return false // The reader asks for more by itself.
    },
    bufferedBytes: () => bufferedBytes,
    onDrain: (callback) => void drainListeners.add(callback),
    onClose: (callback) => void closeListeners.add(callback),
    end,
    destroy: end,
  }
  return new ReadableStream<Uint8Array>(
    {
      start: (own) => {
        controller = own
        signal.addEventListener('abort', end)
        stream.open(sink)
        if (signal.aborted) end()
      },
      pull: () => {
        bufferedBytes = 0
        for (const listener of drainListeners) listener()
      },
      cancel: close, // A cancelled stream is closed already.
    },
    { highWaterMark: 0 }, // Nothing is written ahead of the reader.
  )
}
