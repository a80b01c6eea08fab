import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { cookieOf } from '../users.ts'

/** Parameters of {@link openStream}. */
export interface StreamParameters {
  url: string
  user: string
  /** Called with each value of the counter. */
  onValue: (value: { status: string; count: number | null }) => void
  onEnd: () => void
  /** Called when the server asks to come back later, or closes the connection instead of a response. */
  onRefused: () => void
  /** Reads the head of the response and nothing after it. */
  isStalled: boolean
}

/** Opens a live stream as a page does: refused for the moment, it comes back after `Retry-After`, with jitter. */
export async function openStream(parameters: StreamParameters): Promise<{ close: () => void }> {
  for (;;) {
    const outcome = await attempt(parameters)
    if ('close' in outcome) return outcome
    parameters.onRefused()
    await setTimeout(outcome.retryAfterMs * (1 + Math.random()))
  }
}

type Outcome = { close: () => void } | { retryAfterMs: number }

function attempt(parameters: StreamParameters): Promise<Outcome> {
  const { url, user } = parameters
  const headers = { origin: url, cookie: cookieOf(user), accept: 'text/event-stream' }
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/chat/events`, { agent: false, headers })
    sent.on('error', () => resolve({ retryAfterMs: 500 }))
    sent.on('response', (response) => {
      const { statusCode = 0 } = response
      const retryAfter = Number(response.headers['retry-after'])
      if (statusCode === 200) return resolve(listen({ ...parameters, sent, response }))
      sent.destroy()
      if (statusCode === 503 && retryAfter >= 0) return resolve({ retryAfterMs: retryAfter * 1_000 })
      return reject(new Error(`A stream was answered ${statusCode}.`))
    })
    sent.end()
  })
}

function listen({
  sent,
  response,
  isStalled,
  onValue,
  onEnd,
}: StreamParameters & { sent: ClientRequest; response: IncomingMessage }): { close: () => void } {
  response.on('error', () => {}) // `close` follows.
  response.once('close', onEnd)
  if (isStalled) response.socket.pause()
  else readValues({ response, onValue })
  return {
    close: () => {
      response.off('close', onEnd)
      sent.destroy()
    },
  }
}

function readValues({ response, onValue }: { response: IncomingMessage; onValue: StreamParameters['onValue'] }): void {
  let rest = ''
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = /^event: unanswered$/m.test(block) ? /^data: (.*)$/m.exec(block)?.[1] : undefined
      if (data !== undefined) onValue(JSON.parse(data))
    }
  })
}
