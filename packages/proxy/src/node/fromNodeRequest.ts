import type { ServerResponse } from 'node:http'
import { createHookRequest } from '../http/createHookRequest.ts'
import type { ChatRequest } from '../http/exchange.ts'
import { hostOf, type NodeRequest, targetOf } from './nodeRequest.ts'
import { readNodeBody } from './readNodeBody.ts'

/** Reads a Node request as plain values. Without a response, as for a socket's handshake, its signal never aborts. */
export function fromNodeRequest({
  request,
  response,
}: {
  request: NodeRequest
  response?: ServerResponse
}): ChatRequest {
  const { rawHeaders, method = 'GET' } = request
  const header = (name: string): string | undefined => readHeader({ rawHeaders, name })
  const target = targetOf(request)
  const signal = createSignal(response)
  return {
    method,
    target,
    urlHost: hostOf(request) ?? '',
    header,
    readBody: ({ maxBytes }) => readNodeBody({ request, maxBytes }),
    signal,
    toWebRequest: () =>
      createHookRequest({
        url: () => toUrl({ request, target }),
        method,
        header,
        headers: () => listHeaders(rawHeaders),
        signal,
      }),
  }
}

/** Returns the URL of a Node request. Its host is a host and its path a path, whatever was sent. */
function toUrl({ request, target }: { request: NodeRequest; target: string }): string {
  const scheme = 'encrypted' in request.socket ? 'https' : 'http'
  const host = hostOf(request) ?? ''
  const origin = `${scheme}://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`
  const url = `${origin}${target.startsWith('/') ? target : '/'}`
  return URL.canParse(url) ? new URL(url).href : `${scheme}://localhost/`
}

/** `name` in lower case. HTTP joins repeated headers by commas, and cookies by semicolons. */
function readHeader({ rawHeaders, name }: { rawHeaders: string[]; name: string }): string | undefined {
  let found: string | undefined
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const raw = rawHeaders[index]
    if (raw?.length !== name.length || raw.toLowerCase() !== name) continue
    const value = rawHeaders[index + 1] ?? ''
    found = found === undefined ? value : `${found}${name === 'cookie' ? '; ' : ', '}${value}`
  }
  return found
}

function* listHeaders(rawHeaders: string[]): Generator<readonly [string, string]> {
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2)
    if (!name.startsWith(':')) yield [name, value] // HTTP/2 has pseudo headers.
  }
}

/** Returns a function that makes a signal when it is first called: most requests end before anybody waits for that. */
function createSignal(response: ServerResponse | undefined): () => AbortSignal {
  let controller: AbortController | undefined
  return () => {
    if (controller) return controller.signal
    const created = new AbortController()
    controller = created
    const abortUnlessDone = (): void => {
      if (!response?.writableFinished) created.abort()
    }
    if (response?.destroyed || response?.closed) abortUnlessDone()
    else response?.once('close', abortUnlessDone)
    return created.signal
  }
}
