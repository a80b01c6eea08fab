/** A response with its body already read. */
export interface VisitorResponse {
  status: number
  headers: Headers
  text: string
  /** The text as JSON, or undefined. */
  body: unknown
}

/** A browser: it keeps cookies and sends the origin of its page. */
export interface Visitor {
  get: (path: string) => Promise<VisitorResponse>
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<VisitorResponse>
  patch: (path: string, body: unknown) => Promise<VisitorResponse>
  put: (path: string, body: unknown) => Promise<VisitorResponse>
  delete: (path: string) => Promise<VisitorResponse>
  /** Returns the current `Cookie` header. */
  cookie: () => string
  /** All responses so far. */
  responses: VisitorResponse[]
}

/** Opens a browser at a page of this server. */
export function createVisitor(url: string): Visitor {
  let cookie = ''
  const responses: VisitorResponse[] = []

  /** Headers that mark a request as sent by our own page. */
  const ownPage = { origin: url, 'sec-fetch-site': 'same-origin', 'x-crm-chat': '1' }

  async function send(
    path: string,
    init: RequestInit & { headers?: Record<string, string> },
  ): Promise<VisitorResponse> {
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: { ...(cookie ? { cookie } : {}), ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) cookie = keep(line)
    const text = await response.text()
    const result = { status: response.status, headers: response.headers, text, body: parse(text) }
    responses.push(result)
    return result
  }

  return {
    get: (path) => send(path, {}),
    post: (path, body = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...ownPage, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    patch: (path, body) =>
      send(path, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', ...ownPage },
        body: JSON.stringify(body),
      }),
    put: (path, body) =>
      send(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...ownPage },
        body: JSON.stringify(body),
      }),
    delete: (path) => send(path, { method: 'DELETE', headers: ownPage }),
    cookie: () => cookie,
    responses,
  }
}

function keep(setCookie: string): string {
  return /;\s*max-age=0/i.test(setCookie) ? '' : (setCookie.split(';')[0] ?? '')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
