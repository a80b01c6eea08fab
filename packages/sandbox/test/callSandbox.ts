import { expect } from 'vitest'
import type { Sandbox } from '../src/index.ts'

/** An answer of the sandbox, read. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  json: unknown
}

/** Calls a route, e.g. `POST /v2/iframe`, with the sandbox's key and a JSON body unless told otherwise. */
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
  return { status: response.status, headers: response.headers, text, json: text === '' ? undefined : JSON.parse(text) }
}

/** The shape of every refusal, to compare an answer with. */
export function refusal(code: unknown, description: unknown = expect.any(String)) {
  return { error: { code, description } }
}
