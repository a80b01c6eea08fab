import { abortable } from './abortable.ts'
import type { Http } from './createHttp.ts'
import type { RequestParameters } from './requestParameters.ts'

interface Sending<Answer> {
  http: Http
  request: RequestParameters<Answer>
  signal: AbortSignal
}

/** Builds the arguments of `fetch` for a request. */
export async function toFetchArguments<Answer>(sending: Sending<Answer>): Promise<[url: string, init: RequestInit]> {
  return [toUrl(sending), await toInit(sending)]
}

function toUrl<Answer>({ http, request }: Sending<Answer>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) query.append(name, String(value))
  }
  return `${http.baseUrl}${request.path}${query.size > 0 ? `?${query}` : ''}`
}

async function toInit<Answer>({ http, request, signal }: Sending<Answer>): Promise<RequestInit> {
  const { body } = request
  const json = body !== undefined && !(body instanceof FormData)
  return {
    method: request.method,
    headers: {
      accept: 'application/json',
      ...(json ? { 'content-type': 'application/json' } : {}),
      ...request.headers,
      ...(await abortable(Promise.resolve(http.credential()), signal)),
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    redirect: 'manual', // A redirect would carry the key to another host.
    signal,
  }
}
