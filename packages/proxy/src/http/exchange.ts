/** One request in plain values, whatever server it came through. */
export interface ChatRequest {
  method: string
  /** Path and query as they arrived: not decoded, not normalized. */
  target: string
  /** Host of the request's URL, for runtimes that keep no `Host` header. */
  urlHost: string
  /** Returns a header's value, several of one name joined by commas; undefined for a missing one. `name` in lower case. */
  header: (name: string) => string | undefined
  /** Reads the whole body. @throws {OperationError} `too_large` */
  readBody: (parameters: { maxBytes: number }) => Promise<Uint8Array>
  /** Aborts when the client has left. Made when it is first asked for. */
  signal: () => AbortSignal
  /** The same as a web request without a body, for the CRM's hooks. */
  toWebRequest: () => Request
}

/** One response in plain values. */
export type ChatResponse = { status: number; headers: Record<string, string> } & (
  | { body: string; stream?: undefined; file?: undefined }
  | { body?: undefined; stream: LiveStream; file?: undefined }
  | { body?: undefined; stream?: undefined; file: ReadableStream<Uint8Array> }
)

/** A response that goes on: server-sent events of one user. */
export interface LiveStream {
  /** Called once, when the head has been sent. The stream ends when either side closes the sink. */
  open: (sink: StreamSink) => void
}

/** The way to one browser. Nothing is ever queued in front of it but what `bufferedBytes` counts. */
export interface StreamSink {
  /** Takes a chunk, in UTF-8. @returns false once the peer reads too slowly: wait for `onDrain`. */
  write: (chunk: string | Uint8Array) => boolean
  /** Bytes that have been written and have not left for the network. */
  bufferedBytes: () => number
  onDrain: (callback: () => void) => void
  /** Called once, whichever side ended it. */
  onClose: (callback: () => void) => void
  /** Ends it in order. */
  end: () => void
  /** Ends it at once, for a peer that no longer reads. */
  destroy: () => void
}
