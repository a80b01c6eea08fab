import { createServer, type IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'
import { listen } from '../src/server/http/listen.ts'

/** A call that a webhook receiver got. */
export interface ReceivedCall {
  path: string
  headers: IncomingHttpHeaders
  /** As it came over the wire. */
  text: string
  json: unknown
}

interface Answer {
  status: number
  body: string
  /** What it answers instead of `body`, by what it was told. */
  toBody?: (told: unknown) => unknown
  hang: boolean
}

/** A CRM's webhook address, for real. */
export interface Receiver {
  url: string
  calls: ReceivedCall[]
  /** What it answers from now on, if it answers. */
  answer: Answer
  /** Is gone from now on. */
  hangUp: () => void
}

/** Starts a server that writes down what is posted to it. */
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
