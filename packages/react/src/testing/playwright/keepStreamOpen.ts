/** Parameters of {@link keepStreamOpen}. */
export interface KeepStreamOpenParameters {
  endpoint: string
  /** Name of a function of the page that writes to its streams, or ends them for null. */
  name: string
}

/**
 * Runs in the page, before its scripts. A request that Playwright answers is over at once, but a live stream stays open: its first
 * response is the beginning of one.
 */
export function keepStreamOpen({ endpoint, name }: KeepStreamOpenParameters): void {
  const send = window.fetch.bind(window)
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const addressOf = (path: string): string => new URL(path, document.baseURI).href
  window.fetch = async (input, init) => {
    const response = await send(input, init)
    const url = input instanceof Request ? input.url : String(input)
    if (!response.ok || addressOf(url) !== addressOf(`${endpoint}/events`)) return response
    const beginning = await response.text()
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        stream.enqueue(encode(beginning))
        streams.add(stream)
        init?.signal?.addEventListener('abort', () => {
          if (streams.delete(stream)) stream.error(init.signal?.reason)
        })
      },
    })
    return new Response(body, { headers: response.headers })
  }
  const write = (text: string | null): void => {
    for (const stream of streams) {
      if (text === null) stream.close()
      else stream.enqueue(encode(text))
    }
    if (text === null) streams.clear()
  }
  Object.assign(window, { [name]: write })
}
