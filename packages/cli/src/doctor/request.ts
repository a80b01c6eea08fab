import { readText } from '../readText.ts'
import { abortAfter } from '../timers.ts'
import { timeoutMs } from './setup.ts'

/** A response, as far as the checks look at it. */
export interface Answer {
  status: number
  headers: Headers
  text: string
}

/** Sends one request and reads the response. Redirects are not followed. @throws what `fetch` throws */
export async function request(
  url: URL,
  { fetch: send = fetch, ...init }: RequestInit & { fetch?: typeof fetch | undefined } = {},
): Promise<Answer> {
  const response = await send(url, { redirect: 'manual', signal: abortAfter(timeoutMs), ...init })
  return { status: response.status, headers: response.headers, text: await readText(response.body) }
}
