/** An answer, read to its end. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The text as JSON, or undefined. */
  body: unknown
}

/** A browser: it keeps its cookie and says which page it is on. */
export interface Visitor {
  get: (path: string) => Promise<Answer>
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  /** What it would send as `Cookie`. */
  cookie: () => string
  /** Every answer so far. */
  answers: Answer[]
}

/** Opens a browser at a page of this server. */
export function createVisitor(url: string): Visitor {
  let cookie = ''
  const answers: Answer[] = []

  /** What tells a request of our own page from others'. */
  const ownPage = { origin: url, 'sec-fetch-site': 'same-origin', 'x-crm-chat': '1' }

  async function send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: { ...(cookie ? { cookie } : {}), ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) cookie = keep(line)
    const text = await response.text()
    const answer = { status: response.status, headers: response.headers, text, body: parse(text) }
    answers.push(answer)
    return answer
  }

  return {
    get: (path) => send(path, {}),
    post: (path, body = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...ownPage, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    cookie: () => cookie,
    answers,
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
