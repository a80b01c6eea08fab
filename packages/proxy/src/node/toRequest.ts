import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'

/** A Node request, with the fields that Express adds. */
export type NodeRequest = IncomingMessage & {
  /** The whole path, where a router has shortened `url`. */
  originalUrl?: string
  /** Set by a body parser that ran before: the stream is empty then. */
  body?: unknown
}

/** Returns the URL of a Node request. Its host is a host and its path a path, whatever was sent. */
export function toUrl(request: NodeRequest): URL {
  const scheme = 'encrypted' in request.socket ? 'https' : 'http'
  const host = request.headers.host ?? request.headers[':authority']?.toString() ?? ''
  const path = request.originalUrl ?? request.url ?? '/'
  const base = `${scheme}://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`
  const url = `${base}${path.startsWith('/') ? path : '/'}`
  return new URL(URL.canParse(url) ? url : `${scheme}://localhost/`)
}

/** Reads a Node request as a web `Request`. @throws {TypeError} for a method that no web request can have. */
export function toRequest({ request, signal }: { request: NodeRequest; signal?: AbortSignal }): Request {
  const method = request.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(toUrl(request), {
    method,
    headers: toHeaders(request.rawHeaders),
    ...(signal ? { signal } : {}),
    ...(hasBody ? { body: toBody(request), duplex: 'half' } : {}),
  })
}

function toHeaders(raw: string[]): Headers {
  const headers = new Headers()
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const [name = '', value = ''] = raw.slice(index, index + 2)
    if (!name.startsWith(':')) headers.append(name, value) // HTTP/2 has pseudo headers.
  }
  return headers
}

function toBody(request: NodeRequest): NonNullable<RequestInit['body']> {
  const { body } = request
  if (!request.readableDidRead || body === undefined) {
    return Readable.toWeb(request) as ReadableStream // Node's own type of the same object.
  }
  return typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
}
