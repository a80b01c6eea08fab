import {
  type Agent,
  type ClientRequest,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http'
import { requestHeader } from '@crm-chat/protocol'

/** A request as a browser's page sends it. */
export interface PageRequest {
  method?: string
  /** The request's target: a path, or a whole address. */
  path: string
  /** Beside those of a page. Undefined leaves one of them out. */
  headers?: Record<string, string | undefined>
  body?: string
  /** Sends the body without its length. */
  chunked?: boolean
  /** Keeps the connection. @default a connection for each request */
  agent?: Agent
}

/** A response, read to its end. */
export interface PageResponse {
  status: number
  headers: IncomingHttpHeaders
  text: string
  /** The body as JSON. */
  json: () => Record<string, unknown>
  /** The code of an error. */
  code: () => unknown
}

/** A live stream. */
export interface PageStream {
  status: number
  headers: IncomingHttpHeaders
  /** The next block of text, or null at the end. */
  next: () => Promise<string | null>
  /** The next number of unanswered messages. */
  nextCount: () => Promise<number | null>
  leave: () => void
}

const cookie = 'session=ann'

/** A page of the CRM, whose requests are sent by hand, because `fetch` sets some headers by itself. */
export function createPage(url: string): {
  send: (request: PageRequest) => Promise<PageResponse>
  /** Sends a request, and leaves once `when` resolves. */
  sendAndLeave: (request: PageRequest, when: () => Promise<unknown>) => Promise<void>
  openStream: (request: PageRequest) => Promise<PageStream>
} {
  function begin({ method = 'GET', path, headers = {}, body, chunked = false, agent }: PageRequest): ClientRequest {
    const { hostname, port, origin } = new URL(url)
    const length = body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const own = method === 'GET' || method === 'HEAD' ? {} : postHeaders(origin)
    const all = Object.entries({ cookie, 'sec-fetch-site': 'same-origin', ...own, ...length, ...headers })
    const sent = Object.fromEntries(all.filter(([, value]) => value !== undefined)) as Record<string, string> // Filtered.
    const request = httpRequest({ hostname, port, method, path, headers: sent, agent: agent ?? false })
    request.setNoDelay(true)
    if (chunked) request.flushHeaders()
    for (const piece of toPieces(body ?? '', chunked)) request.write(piece)
    return request.end()
  }

  async function respond(request: ClientRequest): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => request.on('response', resolve).on('error', reject))
  }

  /** Follows the redirects by which a framework adds or removes a slash at the end of a path, as `fetch` does. */
  async function follow(parameters: PageRequest, redirects = 3): Promise<IncomingMessage> {
    const response = await respond(begin(parameters))
    const path = redirectOf(response)
    return path === null || redirects === 0 ? response : follow({ ...parameters, path }, redirects - 1)
  }

  function redirectOf(response: IncomingMessage): string | null {
    const { location } = response.headers
    if (response.statusCode !== 308 || location === undefined) return null
    response.resume()
    return new URL(location, url).pathname
  }

  return {
    send: async (parameters) => {
      const response = await follow(parameters)
      const text = Buffer.concat(await response.toArray()).toString()
      const json = (): Record<string, unknown> => JSON.parse(text)
      return {
        status: response.statusCode ?? 0,
        headers: response.headers,
        text,
        json,
        code: () => (json().error as { code?: unknown } | undefined)?.code, // Whatever it is, a test compares it.
      }
    },
    sendAndLeave: async (parameters, when) => {
      const start = (path: string): ClientRequest =>
        begin({ ...parameters, path })
          .on('error', () => {}) // It is the page that leaves.
          .on('response', (response) => {
            const next = redirectOf(response)
            if (next !== null) request = start(next)
          })
      let request = start(parameters.path)
      await when()
      const gone = new Promise((resolve) => request.on('close', resolve))
      request.destroy()
      await gone
    },
    openStream: async (parameters) => toStream(await follow(parameters)),
  }
}

function postHeaders(origin: string): Record<string, string> {
  return { origin, 'content-type': 'application/json', [requestHeader.name]: requestHeader.value }
}

/** Two pieces are two chunks. */
function toPieces(body: string, chunked: boolean): string[] {
  const middle = chunked ? Math.floor(body.length / 2) : 0
  return [body.slice(0, middle), body.slice(middle)].filter((piece) => piece !== '')
}

function toStream(response: IncomingMessage): PageStream {
  const chunks = response.setEncoding('utf8')[Symbol.asyncIterator]()
  let rest = ''
  async function next(): Promise<string | null> {
    for (;;) {
      const end = rest.indexOf('\n\n')
      if (end >= 0) {
        const block = rest.slice(0, end)
        rest = rest.slice(end + 2)
        return block
      }
      const { done, value } = await chunks.next()
      if (done) return null
      rest += value
    }
  }
  async function nextCount(): Promise<number | null> {
    for (;;) {
      const block = await next()
      if (block === null) return null
      const data = /^data: (.*)$/m.exec(block)?.[1]
      const count: unknown = data === undefined ? null : JSON.parse(data).count
      if (typeof count === 'number') return count
    }
  }
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    next,
    nextCount,
    leave: () => response.destroy(),
  }
}
