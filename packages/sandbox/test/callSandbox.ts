import { expect } from 'vitest'
import type { Sandbox } from '../src/index.ts'

/** A response of the sandbox, with its parsed body; `json` is the text of one that is not JSON. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  json: unknown
}

/** Calls a route, e.g. `POST /v2/iframe`, by default with the sandbox's key and a JSON body. */
export async function callSandbox(
  sandbox: Sandbox,
  route: string,
  { body, rawBody, headers = {} }: { body?: unknown; rawBody?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const [method = 'GET', path = '/'] = route.split(' ')
  const sent = rawBody ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await fetch(sandbox.url + path, {
    method,
    headers: { authorization: `Basic ${sandbox.apiKey}`, 'content-type': 'application/json', ...headers },
    ...(sent === undefined ? {} : { body: sent }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: readJson(response, text) }
}

function readJson({ headers }: Response, text: string): unknown {
  if (text === '') return undefined
  return headers.get('content-type')?.startsWith('text/plain') ? text : JSON.parse(text)
}

/** Builds the expected body of an error response. */
export function refusal(code: unknown, description: unknown = expect.any(String)) {
  return { error: { code, description } }
}
