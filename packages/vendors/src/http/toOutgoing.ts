import { abortable } from './abortable.ts'
import type { Deadline } from './createDeadline.ts'
import type { Http } from './createHttp.ts'
import type { RequestParameters } from './requestParameters.ts'

interface Sending<Answer> {
  http: Http
  request: RequestParameters<Answer>
  deadline: Pick<Deadline, 'signal'>
}

/** A request as it leaves. */
export interface Outgoing {
  url: string
  method: RequestParameters<unknown>['method']
  headers: Record<string, string>
  body: string | FormData | undefined
}

/** Builds what leaves for a request: address, headers with the credential, and body. */
export async function toOutgoing<Answer>({ http, request, deadline }: Sending<Answer>): Promise<Outgoing> {
  const { body, method } = request
  const isForm = body instanceof FormData
  const credential = http.credential()
  const isJson = body !== undefined && !isForm
  const headers: Record<string, string> = isJson
    ? { accept: 'application/json', 'content-type': 'application/json' }
    : { accept: 'application/json' }
  if (request.headers) Object.assign(headers, request.headers)
  Object.assign(headers, credential instanceof Promise ? await abortable(credential, deadline.signal) : credential)
  return {
    url: toUrl({ http, request }),
    method,
    headers,
    body: isForm || body === undefined ? body : JSON.stringify(body),
  }
}

function toUrl<Answer>({ http, request }: Pick<Sending<Answer>, 'http' | 'request'>): string {
  const address = `${http.baseUrl}${request.path}`
  if (!request.query) return address
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(request.query)) {
    if (value !== undefined) query.append(name, String(value))
  }
  return query.size > 0 ? `${address}?${query}` : address
}
