import { collectBody } from './collectBody.ts'
import { createHookRequest } from './createHookRequest.ts'
import type { ChatRequest } from './exchange.ts'

/** Reads a web `Request` as plain values. */
export function fromWebRequest(request: Request): ChatRequest {
  const { url, method, headers } = request
  const hostStart = url.indexOf('//') + 2
  const pathStart = url.indexOf('/', hostStart)
  const header = (name: string): string | undefined => headers.get(name) ?? undefined
  const signal = (): AbortSignal => request.signal
  return {
    method,
    target: url.slice(pathStart),
    urlHost: url.slice(hostStart, pathStart),
    header,
    readBody: ({ maxBytes }) => readBody({ body: request.body, maxBytes }),
    signal,
    toWebRequest: () =>
      request.body ? createHookRequest({ url: () => url, method, header, headers: () => headers, signal }) : request,
  }
}

async function readBody({ body, maxBytes }: { body: Request['body']; maxBytes: number }): Promise<Uint8Array> {
  const collector = collectBody({ maxBytes })
  for await (const chunk of body ?? []) collector.add(chunk) // An error cancels the rest of the body.
  return collector.bytes()
}
