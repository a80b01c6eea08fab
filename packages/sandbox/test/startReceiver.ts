import { createServer, type IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'
import { listen } from '../src/server/http/listen.ts'

/** A call that a webhook receiver received. */
export interface ReceivedCall {
  path: string
  headers: IncomingHttpHeaders
  /** The raw body. */
  text: string
  json: unknown
}

interface Answer {
  status: number
  body: string
  /** Computes a response body from a call, instead of `body`. */
  toBody?: (told: unknown) => unknown
  hang: boolean
}

/** A CRM's real webhook address. */
export interface Receiver {
  url: string
  calls: ReceivedCall[]
  /** The response to every call; tests may change it. */
  answer: Answer
  /** Stops responding from now on. */
  hangUp: () => void
}

/** Starts a server that records what is posted to it. */
export async function startReceiver(): Promise<Receiver> {
  const calls: ReceivedCall[] = []
  const answer: Answer = { status: 200, body: '', hang: false }
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    request.on('end', () => {
      const json: unknown = JSON.parse(text)
      calls.push({ path: request.url ?? '', headers: request.headers, text, json })
      const body = answer.toBody ? JSON.stringify(answer.toBody(json)) : answer.body
      if (!answer.hang) response.writeHead(answer.status).end(body)
    })
  })
  const port = await listen(server, { port: 0, host: '127.0.0.1' })
  const hangUp = (): void => {
    server.closeAllConnections()
    server.close()
  }
  onTestFinished(hangUp)
  return { url: `http://127.0.0.1:${port}/hook?secret=1`, calls, answer, hangUp }
}
