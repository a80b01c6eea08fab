import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp, type ServerResponse } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { CapturedBody } from './redactBody.ts'

/** A request that was passed on, and its response. */
export interface ForwardedExchange {
  method: string
  /** Path and query. */
  url: string
  requestHeaders: IncomingHttpHeaders
  requestBody: CapturedBody
  status: number
  responseHeaders: IncomingHttpHeaders
  responseBody: CapturedBody
}

/** Parameters of {@link forwardRequest}. */
export interface ForwardParameters {
  incoming: IncomingMessage
  outgoing: ServerResponse
  upstream: URL
  /** Longest body that is kept; longer ones pass all the same. */
  maxBodyBytes: number
  /** Address of the recorder, which replaces the upstream's own in JSON. */
  ownHost: string
}

/** Headers that belong to one connection. */
const hopByHop = /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/

const timeoutMs = 120_000

/**
 * Passes a request on, and its response back.
 * @returns what passed
 * @throws {Error} if the upstream does not respond; nothing was sent back then
 */
export function forwardRequest(parameters: ForwardParameters): Promise<ForwardedExchange> {
  const { incoming, outgoing, upstream, maxBodyBytes } = parameters
  const requestBody = createCapture(maxBodyBytes)
  return new Promise((resolve, reject) => {
    const send = upstream.protocol === 'https:' ? requestHttps : requestHttp
    const forwarded = send(
      upstream,
      {
        method: incoming.method,
        path: toPath(upstream, incoming.url),
        headers: toHeaders(incoming, upstream),
        timeout: timeoutMs,
      },
      (response) => {
        passBack({ ...parameters, response }).then((responseBody) => {
          resolve({
            method: incoming.method ?? 'GET',
            url: incoming.url ?? '/',
            requestHeaders: incoming.headers,
            requestBody: requestBody.finish(incoming.headers),
            status: response.statusCode ?? 502,
            responseHeaders: response.headers,
            responseBody,
          })
        }, reject)
      },
    )
    forwarded.on('timeout', () => forwarded.destroy(new Error(`no response within ${timeoutMs / 1000} seconds`)))
    forwarded.on('error', reject)
    outgoing.on('close', () => forwarded.destroy())
    incoming.on('data', requestBody.add)
    incoming.pipe(forwarded)
  })
}

/** The upstream may have a path of its own. */
function toPath(upstream: URL, url = '/'): string {
  return upstream.pathname.replace(/\/$/, '') + url
}

function toHeaders({ headers }: IncomingMessage, upstream: URL): IncomingHttpHeaders {
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.test(name)))
  const origin = headers.origin === undefined ? {} : { origin: upstream.origin }
  return { ...kept, ...origin, host: upstream.host, 'accept-encoding': 'identity' }
}

/** Sends a response back. JSON is held until it is complete, because an address in it may be replaced. */
async function passBack({
  outgoing,
  response,
  upstream,
  ownHost,
  maxBodyBytes,
}: ForwardParameters & { response: IncomingMessage }): Promise<CapturedBody> {
  const capture = createCapture(maxBodyBytes)
  const headers = Object.fromEntries(Object.entries(response.headers).filter(([name]) => !hopByHop.test(name)))
  const isJson = /json/.test(response.headers['content-type'] ?? '')
  const start = (): unknown => outgoing.headersSent || outgoing.writeHead(response.statusCode ?? 502, headers)
  if (!isJson) start()
  for await (const chunk of response) {
    const fits = capture.add(chunk)
    if (isJson && fits) continue
    if (!outgoing.headersSent) {
      start()
      outgoing.write(capture.finish(response.headers).bytes)
      if (!fits) outgoing.write(chunk)
    } else if (!outgoing.write(chunk)) await waitForDrain(outgoing)
  }
  const body = capture.finish(response.headers)
  if (outgoing.headersSent) outgoing.end()
  else {
    const text = body.bytes.toString('utf8').replaceAll(JSON.stringify(upstream.host), JSON.stringify(ownHost))
    delete headers['content-length']
    start()
    outgoing.end(text)
  }
  return body
}

function waitForDrain(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      outgoing.off('drain', finish)
      outgoing.off('close', finish)
      resolve()
    }
    outgoing.once('drain', finish)
    outgoing.once('close', finish)
  })
}

interface Capture {
  /** Keeps a chunk. @returns false if it does not fit any more */
  add: (chunk: Buffer) => boolean
  finish: (headers: IncomingHttpHeaders) => CapturedBody
}

function createCapture(maxBytes: number): Capture {
  const chunks: Buffer[] = []
  let length = 0
  let kept = 0
  return {
    add(chunk) {
      length += chunk.length
      const fits = length <= maxBytes
      if (fits) {
        chunks.push(chunk)
        kept += chunk.length
      }
      return fits
    },
    finish: (headers) => ({
      bytes: Buffer.concat(chunks, kept),
      length,
      mediaType: (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    }),
  }
}
