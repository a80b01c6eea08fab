import { abortAfter } from '../timers.ts'
import { timeoutMs } from './setup.ts'

/** A response, as far as the checks look at it. */
export interface Answer {
  status: number
  headers: Headers
  text: string
}

/** Longest body that is read, in characters. */
const maxText = 1_000_000

/** Sends one request and reads the response. Redirects are not followed. @throws what `fetch` throws */
export async function request(
  url: URL,
  { fetch: send = fetch, ...init }: RequestInit & { fetch?: typeof fetch | undefined } = {},
): Promise<Answer> {
  const response = await send(url, { redirect: 'manual', signal: abortAfter(timeoutMs), ...init })
  return { status: response.status, headers: response.headers, text: await readText(response) }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > maxText) break
  }
  return text
}
